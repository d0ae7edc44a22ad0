import CLibXML2

/// Tells what of a page is no part of the law: menus, banners, search boxes, what is hidden.
enum HTMLChrome {
    /// Elements whose content is never text of a law.
    static let silent: Set<String> = [
        "script", "style", "noscript", "nav", "template", "button", "select", "svg", "iframe", "object", "audio",
        "video", "canvas", "textarea", "datalist", "dialog", "map",
    ]

    private static let roles: Set<String> = [
        "navigation", "menu", "menubar", "banner", "search", "contentinfo", "dialog", "alertdialog", "tree",
        "tablist", "toolbar", "complementary", "tooltip",
    ]

    /// Words within class names and ids, as sites the world over name what surrounds a text.
    private static let words: Set<String> = [
        "nav", "navbar", "navigation", "navigator", "menu", "menus", "submenu", "submeniu", "breadcrumb",
        "breadcrumbs", "sidebar", "sidenav", "cookie", "cookies", "consent", "gdpr", "share", "sharing", "social",
        "toolbar", "toolbox", "pagination", "pager", "paginator", "footer", "toc", "sommaire", "tableofcontents",
        "related", "advert", "ads", "banner", "modal", "popup", "tooltip", "login", "captcha", "feedback",
        "newsletter", "invisible", "noprint", "skiplink", "skip",
    ]

    private static let names: Set<String> = [
        "sr-only", "visually-hidden", "screen-reader-text", "no-print", "d-print-none", "d-none", "hidden-print",
        "element-invisible", "hidden",
    ]

    /// - Parameter total: size of the page's text; what holds much of it is kept whatever it is called.
    static func isChrome(_ node: xmlNodePtr, _ name: String, total: Int) -> Bool {
        if silent.contains(name) { return true }
        if ["html", "body", "main", "article"].contains(name) { return false }
        guard HTMLTree.size(node) * 5 <= total * 2 else { return false }
        if name == "aside" || name == "footer" && !isWithin(node, "article") { return true }
        if let role = HTMLTree.attribute(node, "role"), roles.contains(role.lowercased()) { return true }
        if isHidden(node) { return true }
        return ["class", "id"].contains { attribute in
            HTMLTree.attribute(node, attribute).map(isTelling) ?? false
        }
    }

    static func isHidden(_ node: xmlNodePtr) -> Bool {
        if xmlHasProp(node, "hidden") != nil || HTMLTree.attribute(node, "aria-hidden")?.lowercased() == "true" {
            return true
        }
        guard let style = HTMLTree.attribute(node, "style") else { return false }
        let bare = style.lowercased().filter { !$0.isWhitespace }
        return bare.contains("display:none") || bare.contains("visibility:hidden")
    }

    private static func isTelling(_ value: String) -> Bool {
        value.split(whereSeparator: \.isWhitespace).contains { name in
            names.contains(name.lowercased()) || tokens(name).contains(where: words.contains)
        }
    }

    /// The words of `sideBar-left_menu`: `side`, `bar`, `left`, `menu`, and `sidebar`.
    static func tokens(_ name: Substring) -> [String] {
        var tokens: [String] = []
        for part in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            tokens.append(part.lowercased())
            var word = ""
            for (index, letter) in part.enumerated() {
                if letter.isUppercase, index > 0, word.last?.isLowercase == true {
                    tokens.append(word.lowercased())
                    word = ""
                }
                word.append(letter)
            }
            if word.count != part.count { tokens.append(word.lowercased()) }
        }
        return tokens
    }

    private static func isWithin(_ node: xmlNodePtr, _ name: String) -> Bool {
        var above = node.pointee.parent
        while let parent = above {
            if HTMLTree.isElement(parent), HTMLTree.name(parent) == name { return true }
            above = parent.pointee.parent
        }
        return false
    }
}
