import Retrieval

extension LawSearcher {
    /// The hits of a question, as `concord search --batch` asks it: what cannot be parsed is taken as plain words.
    func hits(of text: String, request: (Query) -> SearchRequest) throws -> [SearchHit] {
        let query = (try? QueryParser.parse(text)) ?? QueryParser.plain(text)
        do {
            return try search(request(query)).hits
        } catch is RetrievalError {
            return try search(request(QueryParser.plain(text))).hits
        }
    }
}
