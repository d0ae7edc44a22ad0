/// A subtree of a document that can be written again.
struct XMLFragment: Sendable, Hashable {
    private indirect enum Node: Sendable, Hashable {
        case text(String)
        case element(name: String, attributes: [Attribute], children: [Node])
    }

    private struct Attribute: Sendable, Hashable {
        var name: String
        var value: String
    }

    private let root: Node

    init(_ element: XMLElement) { root = Self.node(element) }

    private static func node(_ element: XMLElement) -> Node {
        .element(
            name: element.name,
            // Attributes have no order in XML; one that does not change makes files that can be compared.
            attributes: element.tag.attributes.sorted { $0.key < $1.key }.map {
                Attribute(name: $0.key, value: $0.value)
            },
            children: element.children.map { child in
                switch child {
                case .text(let text): .text(text)
                case .element(let element): node(element)
                }
            })
    }

    /// The subtree as XML; `value` gives the value that an attribute is written with.
    func text(attribute value: (_ name: String, _ value: String) -> String) -> String {
        var text = ""
        Self.write(root, value, &text)
        return text
    }

    private static func write(_ node: Node, _ value: (String, String) -> String, _ text: inout String) {
        switch node {
        case .text(let words): text += words.escapedForXML
        case .element(let name, let attributes, let children):
            text += "<\(name)"
            for attribute in attributes {
                text += " \(attribute.name)=\"\(value(attribute.name, attribute.value).escapedForXML)\""
            }
            guard !children.isEmpty else {
                text += "/>"
                return
            }
            text += ">"
            for child in children { write(child, value, &text) }
            text += "</\(name)>"
        }
    }
}

extension String {
    /// With the signs that XML and HTML give a meaning written as references.
    public var escapedForXML: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
