/// The names of emoji that texts use most, as code hosts know them.
enum Emoji {
    /// The character of a name.
    static let named = Dictionary(
        list.split(separator: " ").compactMap { entry -> (String, String)? in
            let parts = entry.split(separator: "=", maxSplits: 1)
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }, uniquingKeysWith: { first, _ in first })

    private static let list = """
        smile=😄 smiley=😃 grinning=😀 grin=😁 laughing=😆 joy=😂 wink=😉 blush=😊 heart_eyes=😍 sunglasses=😎 thinking=🤔 \
        sob=😭 cry=😢 confused=😕 scream=😱 sweat_smile=😅 slightly_smiling_face=🙂 upside_down_face=🙃 \
        thumbsup=👍 +1=👍 thumbsdown=👎 -1=👎 clap=👏 wave=👋 pray=🙏 muscle=💪 ok_hand=👌 point_right=👉 point_left=👈 \
        point_up=☝️ point_down=👇 raised_hands=🙌 handshake=🤝 eyes=👀 brain=🧠 \
        heart=❤️ blue_heart=💙 green_heart=💚 broken_heart=💔 star=⭐ star2=🌟 sparkles=✨ fire=🔥 boom=💥 zap=⚡ tada=🎉 \
        rocket=🚀 gift=🎁 trophy=🏆 medal_sports=🏅 crown=👑 gem=💎 balloon=🎈 \
        white_check_mark=✅ heavy_check_mark=✔️ ballot_box_with_check=☑️ x=❌ negative_squared_cross_mark=❎ \
        warning=⚠️ no_entry=⛔ no_entry_sign=🚫 stop_sign=🛑 construction=🚧 rotating_light=🚨 bangbang=‼️ \
        exclamation=❗ question=❓ information_source=ℹ️ bulb=💡 bell=🔔 mega=📣 loudspeaker=📢 speech_balloon=💬 \
        book=📖 books=📚 closed_book=📕 blue_book=📘 notebook=📓 memo=📝 pencil=📝 pencil2=✏️ page_facing_up=📄 \
        clipboard=📋 pushpin=📌 round_pushpin=📍 paperclip=📎 bookmark=🔖 label=🏷️ link=🔗 scroll=📜 newspaper=📰 \
        file_folder=📁 open_file_folder=📂 card_index_dividers=🗂️ package=📦 mailbox=📫 email=📧 envelope=✉️ \
        computer=💻 desktop_computer=🖥️ iphone=📱 keyboard=⌨️ floppy_disk=💾 cd=💿 electric_plug=🔌 battery=🔋 \
        wrench=🔧 hammer=🔨 hammer_and_wrench=🛠️ gear=⚙️ nut_and_bolt=🔩 toolbox=🧰 mag=🔍 mag_right=🔎 microscope=🔬 \
        lock=🔒 unlock=🔓 key=🔑 shield=🛡️ closed_lock_with_key=🔐 bug=🐛 beetle=🐞 snake=🐍 whale=🐳 penguin=🐧 \
        crab=🦀 octopus=🐙 cat=🐱 dog=🐶 bee=🐝 unicorn=🦄 turtle=🐢 \
        chart_with_upwards_trend=📈 chart_with_downwards_trend=📉 bar_chart=📊 date=📅 calendar=📆 \
        hourglass=⌛ stopwatch=⏱️ alarm_clock=⏰ clock1=🕐 recycle=♻️ arrows_counterclockwise=🔄 repeat=🔁 \
        arrow_right=➡️ arrow_left=⬅️ arrow_up=⬆️ arrow_down=⬇️ arrow_forward=▶️ back=🔙 soon=🔜 new=🆕 free=🆓 up=🆙 \
        ok=🆗 cool=🆒 sos=🆘 one=1️⃣ two=2️⃣ three=3️⃣ four=4️⃣ five=5️⃣ zero=0️⃣ hash=#️⃣ 100=💯 \
        earth_africa=🌍 earth_americas=🌎 globe_with_meridians=🌐 cloud=☁️ sunny=☀️ rainbow=🌈 seedling=🌱 coffee=☕ \
        pizza=🍕 beer=🍺 art=🎨 movie_camera=🎥 camera=📷 microphone=🎤 game_die=🎲 dart=🎯 checkered_flag=🏁 \
        triangular_flag_on_post=🚩 moneybag=💰 credit_card=💳 factory=🏭 office=🏢 house=🏠 hospital=🏥 \
        red_circle=🔴 large_blue_circle=🔵 green_circle=🟢 yellow_circle=🟡 white_circle=⚪ black_circle=⚫ \
        heavy_plus_sign=➕ heavy_minus_sign=➖ copyright=©️ registered=®️ tm=™️ fr=🇫🇷 us=🇺🇸 gb=🇬🇧 de=🇩🇪 es=🇪🇸 it=🇮🇹 jp=🇯🇵
        """
}
