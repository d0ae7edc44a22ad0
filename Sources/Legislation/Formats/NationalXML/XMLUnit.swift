/// A provision as a dialect reads it.
struct XMLUnit: Sendable {
    var kind: ProvisionKind
    var number: XMLNumber?
    var heading: String?
    /// Headings between the law's and this one's that are known only here.
    var path: [String] = []
    var text: String
    /// Stands before the eId where the number alone is taken: `trans` for a transitory article 1.
    var scope: String?
}

/// What is made of an element that may be a provision.
enum XMLReading: Sendable {
    case unit(XMLUnit)
    /// It only heads the provisions after it.
    case heading(String, rank: Int)
    /// It goes on with the text before it.
    case continuation(String)
}

/// Where a provision has its number and its heading.
struct XMLUnitRule: Sendable {
    /// Children, or paths such as `kop/nr`, that carry the number; the first that is there counts.
    var numbers: [String] = []
    /// Attribute with the number, where no element has it.
    var numberAttribute: String?
    /// Attribute of the number's element with a small raised number to it.
    var raised: String?
    /// Children, or paths, that carry the heading.
    var headings: [String] = []
    /// Further children whose words are not part of the text.
    var without: Set<String> = []

    func read(_ element: XMLElement, as kind: ProvisionKind, _ wording: XMLWording) -> XMLUnit {
        let printed = numbers.lazy.compactMap { words(element, $0, wording) }.first
        let number =
            printed.flatMap(XMLNumber.init) ?? numberAttribute.flatMap { element.tag[$0] }.flatMap(XMLNumber.init)
        let heading = headings.lazy.compactMap { words(element, $0, wording) }.first.map {
            $0.drop { "-–— ".contains($0) }
        }
        .flatMap { ProvisionHeading.cleaned(String($0)) }
        let apart = without.union((numbers + headings).map { String($0.prefix { $0 != "/" }) })
        return XMLUnit(
            kind: kind, number: number, heading: heading, text: wording.text(of: element, without: apart))
    }

    private func words(_ element: XMLElement, _ path: String, _ wording: XMLWording) -> String? {
        var found: XMLElement? = element
        for name in path.split(separator: "/") { found = found?.first(String(name)) }
        guard let found, let words = wording.printed(found, within: element.name).nonEmpty else { return nil }
        return words + (raised.flatMap { found.tag[$0] }.flatMap(Numeral.raised) ?? "")
    }
}
