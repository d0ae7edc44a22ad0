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
        let wanted = Self.comparable(sample.firstText)
        // A note may begin with the number, which is no part of a provision's text.
        let bare = HeadingMatcher.match(sample.firstText).map { Self.comparable($0.rest) }.flatMap(\.nonEmpty)
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
                    startsRight = forms.map(Self.comparable).contains { words in
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

    /// Letters and digits alone: what a note writes as a quotation mark or a dash another writes otherwise.
    private static func comparable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.lowercased().unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                }))
    }
}

extension Provision {
    /// Whether this is an article, section, rule or regulation of the law's own body: numbered units only, the parts
    /// of a long one counted once, schedules, supplementary provisions and what an act quotes left out.
    public var isArticleOfBody: Bool {
        switch kind {
        case .article, .section, .rule, .regulation, .paragraph:
            !eId.contains("__part_") && !eId.hasPrefix("sched") && !eId.hasPrefix("suppl")
        case .preamble, .paragraphGroup, .schedule, .definition, .footnote, .other: false
        }
    }
}
