import CLibXML2

/// Reads libxml2's tree of a page: names, attributes, how much text an element holds.
enum HTMLTree {
    /// Goes through a tree without recursion, for hostile pages nest deeply. What `enter` refuses is not gone into,
    /// and `leave` is called for it all the same.
    static func visit(_ root: xmlNodePtr?, enter: (xmlNodePtr) -> Bool, leave: (xmlNodePtr) -> Void) {
        guard let root else { return }
        var node: xmlNodePtr? = root
        while let current = node {
            if enter(current), let child = current.pointee.children {
                node = child
                continue
            }
            leave(current)
            var done = current
            while done != root, done.pointee.next == nil, let parent = done.pointee.parent {
                leave(parent)
                done = parent
            }
            node = done == root ? nil : done.pointee.next
        }
    }

    /// Notes in each element how much text it holds, where libxml2 leaves a word to its caller.
    static func measure(_ root: xmlNodePtr?) {
        var sums = [0]
        visit(root) { node in
            if let text = text(node) {
                sums[sums.count - 1] += text.utf8.lazy.filter { $0 > 0x20 }.count
                return false
            }
            guard isElement(node) else { return false }
            sums.append(0)
            return !HTMLChrome.silent.contains(name(node))
        } leave: { node in
            guard isElement(node), text(node) == nil, let sum = sums.popLast() else { return }
            node.pointee._private = UnsafeMutableRawPointer(bitPattern: sum)
            sums[sums.count - 1] += sum
        }
    }

    /// What `measure` noted: bytes of text without white space.
    static func size(_ node: xmlNodePtr) -> Int { Int(bitPattern: node.pointee._private) }

    static func isElement(_ node: xmlNodePtr) -> Bool { node.pointee.type == XML_ELEMENT_NODE }

    /// Text of a text node; nil for any other node.
    static func text(_ node: xmlNodePtr) -> String? {
        guard node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE else { return nil }
        return node.pointee.content.map { String(cString: $0) } ?? ""
    }

    /// Lower-case name of an element.
    static func name(_ node: xmlNodePtr) -> String {
        node.pointee.name.map { String(cString: $0).lowercased() } ?? ""
    }

    /// Value of an attribute, empty where it has none; nil where it is not there.
    static func attribute(_ node: xmlNodePtr, _ name: String) -> String? {
        guard let attribute = xmlHasProp(node, name) else { return nil }
        return attribute.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
    }

    /// All text below an element, at most `limit` bytes of it.
    static func words(_ root: xmlNodePtr, limit: Int = 2000) -> String {
        var words = ""
        visit(root) { node in
            if let text = text(node) { words += text }
            return isElement(node) && words.utf8.count < limit
        } leave: { _ in
        }
        return words.singleSpaced
    }

    /// The heading depth of `h1` to `h6`; nil for any other name.
    static func level(_ name: String) -> Int? {
        guard name.utf8.count == 2, name.first == "h", let level = Int(name.dropFirst()), (1...6).contains(level)
        else { return nil }
        return level
    }
}
