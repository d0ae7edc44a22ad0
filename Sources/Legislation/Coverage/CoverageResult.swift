public import Foundation

/// What a reader made of one sample file.
public struct CoverageResult: Sendable {
    /// The file that was read.
    public var sample: CoverageSample
    /// The reader's report; nil where the file was refused.
    public var report: ReadReport?
    /// Why the file was refused, as its reader says; nil where it was read.
    public var refusal: String?
    /// Articles found in the law's own body (see `Provision.isArticleOfBody`).
    public var found = 0
    /// Provisions of all kinds.
    public var provisions = 0
    /// Whether the first article begins as the sample says; nil where it says nothing.
    public var startsRight: Bool?

    /// min(found, counted) ÷ max(found, counted), in 0…1; 1 where both are 0, nil where nobody counted.
    public var agreement: Double? {
        guard let counted = sample.articles else { return nil }
        return max(found, counted) == 0 ? 1 : Double(min(found, counted)) / Double(max(found, counted))
    }

    /// Reads one sample below a folder.
    public init(_ sample: CoverageSample, folder: URL, options: ReaderOptions = .init()) {
        self.sample = sample
        var found = 0
        var provisions = 0
        var startsRight: Bool?
        let wanted = sample.firstText.lettersAndDigits
        // A note may begin with the number, which is no part of a provision's text.
        let bare = HeadingMatcher.match(sample.firstText)?.rest.lettersAndDigits.nonEmpty
        do {
            report = try LegislationReader(options: options).read(
                folder.appending(path: sample.path), onLaw: { _ in },
                onProvision: { provision in
                    provisions += 1
                    guard provision.isArticleOfBody else { return }
                    found += 1
                    guard !wanted.isEmpty, startsRight != true, found <= 3 else { return }
                    // A count may leave out what the law prints before its first article.
                    let heading = provision.heading ?? ""
                    let forms = [heading + provision.text, heading + Self.withoutNumbers(provision.text)]
                    startsRight = forms.map(\.lettersAndDigits).contains { words in
                        words.contains(wanted) || bare.map(words.contains) == true
                    }
                })
        } catch {
            refusal = "\(error)"
        }
        self.found = found
        self.provisions = provisions
        self.startsRight = startsRight ?? (wanted.isEmpty ? nil : false)
    }

    /// The text without the numbers of its paragraphs and points, which a note of how it begins may leave out.
    private static func withoutNumbers(_ text: String) -> String {
        text.split(separator: "\n").map { line in
            let word = line.prefix { !$0.isWhitespace }
            let isNumber = word.count <= 5 && word.last.map { ".)".contains($0) } == true
            return String(isNumber ? line.dropFirst(word.count) : line)
        }.joined(separator: "\n")
    }
}

extension Provision {
    /// Whether this is an article, section, rule, regulation or paragraph of the law's own body, by kind and eId: the
    /// parts of a long one count once, what stands in a schedule or is supplementary does not count.
    public var isArticleOfBody: Bool {
        switch kind {
        case .article, .section, .rule, .regulation, .paragraph:
            // `book_1__part_2__art_3` is an article of part 2, `art_3__part_2` the second piece of a long article.
            !eId.contains(#/__part_[0-9]+(__dup_[0-9]+)?$/#) && !eId.hasPrefix("sched") && !eId.hasPrefix("suppl")
        case .preamble, .paragraphGroup, .schedule, .definition, .footnote, .other: false
        }
    }
}
