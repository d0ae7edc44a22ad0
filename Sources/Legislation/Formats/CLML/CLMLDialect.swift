extension XMLDialect {
    /// Crown Legislation Markup Language of legislation.gov.uk: acts, statutory instruments and retained EU law.
    static let clml = XMLDialect(
        format: .clml,
        roots: [Root(name: "Legislation", marks: ["legislation.gov.uk/namespaces"])],
        defaults: LawDraft(
            jurisdiction: try? Jurisdiction(code: "GB"), language: try? LanguageTag("en"), authenticity: .official),
        roles: .all(.container, "Group Part Chapter Pblock PsubBlock Division")
            .and(.container, "EUPart EUTitle EUChapter EUSection EUSubsection")
            .and(.group, "P1group")
            .and(.schedule, "Schedule Appendix Attachment")
            .and(.heading, "Number Title Subtitle")
            .and(.words, "BlockAmendment BlockExtract")
            .and(.facts, "Metadata")
            .and(
                .skip,
                "Contents ContentsSchedules ContentsAppendices ExplanatoryNotes EarlierOrders Commentaries Footnotes "
                    + "MarginNotes Versions Resources SignedSection Reference"),
        role: { tag, place in
            switch tag.name {
            case "P1":
                return .unit(place.isInSchedule ? .paragraph : CLMLFacts.unit(of: place.law))
            case "PrimaryPrelims", "SecondaryPrelims", "EUPrelims":
                return place.isInSchedule ? .skip : .preamble(without: CLMLFacts.notPreamble)
            case "Title" where place.parent == "Schedules" || place.parent == "Appendices": return .skip
            default: return nil
            }
        },
        unit: XMLUnitRule(numbers: ["Pnumber"], headings: ["Title"]),
        headingWrappers: ["TitleBlock"],
        wording: XMLWording(
            layout: .blocks([
                "Text", "Para", "P", "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P1para", "P2para", "P3para", "P4para",
                "P5para", "P6para", "P7para", "P1group", "P2group", "P3group", "ListItem", "UnorderedList",
                "OrderedList", "KeyListItem", "Tabular", "tr", "TableText", "BlockAmendment", "BlockExtract",
                "LongTitle",
                "EnactingText", "IntroductoryText", "Part", "Chapter", "Pblock", "PsubBlock", "Schedule",
                "ScheduleBody",
                "Title", "Number", "Form", "RoyalPresence", "Formula", "Division", "Recital", "PrimaryPreamble",
                "SecondaryPreamble", "EUPreamble", "Body", "Where",
            ]),
            silent: [
                "CommentaryRef", "FootnoteRef", "MarginNoteRef", "Image", "Figure", "math", "Reference", "Contents",
                "Versions", "Metadata",
            ],
            labels: ["Pnumber", "Key"],
            label: { words, tag, parent in
                if tag.name == "Key" || parent == "P1" || words.isEmpty || words.hasPrefix("(") { return words }
                return (tag["PuncBefore"] ?? "(") + words + (tag["PuncAfter"] ?? ")")
            },
            cells: ["td", "th"], raised: ["Superior"]),
        describe: CLMLFacts.describe, attend: CLMLFacts.attend)
}
