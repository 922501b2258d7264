/// Names that wikis print as pictures, and the characters that they are (GitHub's `gemoji`, the usual ones).
enum EmojiNames {
    static let signs: [String: String] = [
        "+1": "👍", "-1": "👎", "thumbsup": "👍", "thumbsdown": "👎", "warning": "⚠️", "rocket": "🚀", "tada": "🎉",
        "white_check_mark": "✅", "heavy_check_mark": "✔️", "x": "❌", "no_entry": "⛔", "bulb": "💡", "memo": "📝",
        "pencil": "📝", "link": "🔗", "lock": "🔒", "key": "🔑", "fire": "🔥", "bug": "🐛", "sparkles": "✨", "eyes": "👀",
        "information_source": "ℹ️", "question": "❓", "exclamation": "❗", "heart": "❤️", "smile": "😄", "smiley": "😃",
        "slightly_smiling_face": "🙂", "wink": "😉", "thinking": "🤔", "clap": "👏", "pray": "🙏", "wave": "👋",
        "point_right": "👉", "point_left": "👈", "point_up": "☝️", "point_down": "👇", "star": "⭐", "hourglass": "⌛",
        "stopwatch": "⏱️", "clock": "🕐", "calendar": "📆", "email": "📧", "phone": "☎️", "telephone": "☎️", "book": "📖",
        "books": "📚", "construction": "🚧", "wrench": "🔧", "hammer": "🔨", "gear": "⚙️", "package": "📦",
        "arrow_right": "➡️", "arrow_left": "⬅️", "arrow_up": "⬆️", "arrow_down": "⬇️", "100": "💯", "zap": "⚡",
        "moneybag": "💰", "chart_with_upwards_trend": "📈", "computer": "💻", "speech_balloon": "💬", "mag": "🔍",
        "pushpin": "📌", "round_pushpin": "📍", "red_circle": "🔴", "large_blue_circle": "🔵", "stop_sign": "🛑",
    ]
}
