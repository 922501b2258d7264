import CCmark

/// libcmark's types of nodes.
typealias RawType = cmark_node_type

/// The types by the names that nodes' kinds have.
extension RawType {
    static var document: RawType { CMARK_NODE_DOCUMENT }
    static var blockQuote: RawType { CMARK_NODE_BLOCK_QUOTE }
    static var list: RawType { CMARK_NODE_LIST }
    static var item: RawType { CMARK_NODE_ITEM }
    static var codeBlock: RawType { CMARK_NODE_CODE_BLOCK }
    static var htmlBlock: RawType { CMARK_NODE_HTML_BLOCK }
    static var customBlock: RawType { CMARK_NODE_CUSTOM_BLOCK }
    static var paragraph: RawType { CMARK_NODE_PARAGRAPH }
    static var heading: RawType { CMARK_NODE_HEADING }
    static var thematicBreak: RawType { CMARK_NODE_THEMATIC_BREAK }
    static var text: RawType { CMARK_NODE_TEXT }
    static var softBreak: RawType { CMARK_NODE_SOFTBREAK }
    static var lineBreak: RawType { CMARK_NODE_LINEBREAK }
    static var code: RawType { CMARK_NODE_CODE }
    static var htmlInline: RawType { CMARK_NODE_HTML_INLINE }
    static var customInline: RawType { CMARK_NODE_CUSTOM_INLINE }
    static var emphasis: RawType { CMARK_NODE_EMPH }
    static var strong: RawType { CMARK_NODE_STRONG }
    static var link: RawType { CMARK_NODE_LINK }
    static var image: RawType { CMARK_NODE_IMAGE }
}
