internal import Foundation

/// The addresses of the documents that a publisher's list names.
struct PublisherListing {
    let index: PublisherIndex

    /// Follows the list from page to page, as far as the source wants it.
    ///
    /// - Parameter page: reads a page and says where it was found.
    /// - Returns: the addresses, and whether they are all there are.
    /// - Throws: `FetchFailure` where the list is not had as a whole.
    func addresses(
        page: (WebAddress) async throws(FetchFailure) -> (bytes: [UInt8], address: WebAddress)
    ) async throws(FetchFailure) -> (addresses: [WebAddress], isComplete: Bool) {
        guard let expression = try? NSRegularExpression(pattern: index.links) else {
            throw .listing("links is no regular expression; mend it in the list of sources")
        }
        var found: [WebAddress] = []
        var known: Set<WebAddress> = []
        var asked: Set<WebAddress> = []
        var next: WebAddress? = index.address
        while let address = next {
            guard asked.count < index.pageLimit else { break }
            guard asked.insert(address).inserted else {
                next = nil
                break
            }
            let (bytes, place) = try await page(address)
            let links = try LinkExtractor(bytes, at: place)
            for candidate in links.candidates {
                guard let document = document(candidate, expression, at: place), known.insert(document).inserted else {
                    continue
                }
                guard found.count < index.documentLimit else {
                    throw .listing(
                        "the list at \(index.address) names more than \(index.documentLimit) documents; "
                            + "raise documents of the source, or make links narrower")
                }
                found.append(document)
            }
            next = links.next
        }
        guard !found.isEmpty else {
            throw .listing(
                "the list at \(index.address) names no document that links matches; compare links with the page")
        }
        // Pages that were not read may name what seems to be missing.
        return (found, index.isComplete && next == nil)
    }

    private func document(_ candidate: String, _ expression: NSRegularExpression, at place: WebAddress) -> WebAddress? {
        let all = NSRange(candidate.startIndex..., in: candidate)
        guard let match = expression.firstMatch(in: candidate, range: all) else { return nil }
        guard let template = index.document else { return try? place.resolving(candidate) }
        var text = template
        for group in (1...9).reversed() where group <= expression.numberOfCaptureGroups {
            let part = Range(match.range(at: group), in: candidate).map { String(candidate[$0]) } ?? ""
            text = text.replacingOccurrences(of: "$\(group)", with: part)
        }
        return try? WebAddress(text)
    }
}
