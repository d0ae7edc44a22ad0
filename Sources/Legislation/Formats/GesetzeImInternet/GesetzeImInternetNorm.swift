/// One `norm`: the law itself, a division, a paragraph, an annex.
enum GesetzeImInternetNorm {
    static func describe(_ norm: XMLElement, _ draft: inout LawDraft) {
        let facts = norm.first("metadaten")
        func text(_ name: String) -> String? { facts?.first(name)?.inlineText.nonEmpty }
        draft.identifier = norm.tag["doknr"] ?? text("jurabk") ?? "norm"
        draft.title = text("langue") ?? text("kurzue") ?? text("jurabk")
        draft.enacted = text("ausfertigung-datum")
        let place = facts?.first("fundstelle")
        let gazette = [place?.first("periodikum"), place?.first("zitstelle")].compactMap { $0?.inlineText.nonEmpty }
        draft.number = gazette.isEmpty ? nil : gazette.joined(separator: " ")
        draft.kind = draft.title?.lowercased().contains("verordnung") == true ? "Verordnung" : "Gesetz"
        let states = facts?.elements.filter { $0.name == "standangabe" } ?? []
        draft.version = states.compactMap { $0.first("standkommentar").flatMap { lastDate($0.inlineText) } }.max()
    }

    static func readings(_ norm: XMLElement) -> [XMLReading] {
        let facts = norm.first("metadaten")
        var readings: [XMLReading] = []
        var divisionTitle = ""
        if let division = facts?.first("gliederungseinheit") {
            let title = ["gliederungsbez", "gliederungstitel"].compactMap { division.first($0)?.inlineText.nonEmpty }
            // Three digits of the key for each level.
            let key = division.first("gliederungskennzahl")?.inlineText ?? ""
            divisionTitle = title.filter { $0 != "-" }.joined(separator: " ")
            readings.append(.heading(divisionTitle, rank: max(1, key.utf8.count / 3)))
        }
        let text = words(norm)
        let printed = facts?.first("enbez")?.inlineText ?? ""
        let heading = facts?.first("titel").map(XMLDialect.gesetzeImInternetWording.line)?.nonEmpty
        guard !printed.isEmpty else {
            if !text.isEmpty {
                readings.append(.unit(XMLUnit(kind: .other, heading: heading ?? divisionTitle.nonEmpty, text: text)))
            }
            return readings
        }
        let lower = printed.lowercased()
        if lower.hasPrefix("inhalt") { return readings }
        var unit = XMLUnit(kind: kind(printed), heading: heading, text: text)
        switch unit.kind {
        case .section, .article, .rule: unit.number = number(printed)
        case .preamble: break
        default: unit.heading = heading.map { "\(printed) \($0)" } ?? printed
        }
        readings.append(.unit(unit))
        return readings
    }

    /// `§§ 2 bis 5` is a range, while `bis` behind a number is a part of it in other laws.
    private static func number(_ printed: String) -> XMLNumber? {
        guard printed.contains("§§") else { return XMLNumber(printed) }
        let range = printed.filter { !"§()[]".contains($0) }.singleSpaced
        return XMLNumber(printed: range, id: WorkIRI.slug(range, limit: 40))
    }

    private static func kind(_ printed: String) -> ProvisionKind {
        let lower = printed.lowercased()
        // Ranges of repealed paragraphs stand in brackets.
        if printed.drop(while: { "([ ".contains($0) }).hasPrefix("§") { return .section }
        if lower.hasPrefix("art") || lower.hasPrefix("(art") { return .article }
        if lower.hasPrefix("regel") { return .rule }
        if ["eingangsformel", "präambel", "vorspruch", "einleitung"].contains(where: lower.hasPrefix) {
            return .preamble
        }
        if ["anlage", "anhang", "anl", "tabelle", "muster"].contains(where: lower.hasPrefix) { return .schedule }
        return .other
    }

    private static func words(_ norm: XMLElement) -> String {
        norm.first("textdaten")?.elements.filter { $0.name == "text" }
            .map { XMLDialect.gesetzeImInternetWording.text(of: $0) }.filter { !$0.isEmpty }.joined(separator: "\n")
            ?? ""
    }

    /// `Zuletzt geändert durch Art. 8 G v. 21.1.2022 I 1234` names the day of the last amendment.
    private static func lastDate(_ text: String) -> String? {
        text.split(separator: " ").compactMap { word -> String? in
            let parts = word.split(separator: ".")
            guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return nil }
            return LawDate.normalized(String(word))
        }.max()
    }
}
