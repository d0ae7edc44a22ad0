internal import Foundation

/// The part of a document that is here, as it was sent, with what is needed to ask for the rest.
struct PartialFile: Sendable {
    /// What the part is a part of.
    struct State: Codable, Sendable, Equatable {
        var address: String
        /// Strong entity tag, else the date of the last change: what `If-Range` may name (RFC 9110, 13.1.5).
        var validator: String
        var coding: ContentCoding
    }

    /// Path of the part.
    let path: String
    private var statePath: String { path + ".json" }
    /// Where the part is unpacked.
    var unpackedPath: String { path + ".unpacked" }

    /// The state and the number of bytes that are here, if the rest can be asked for.
    func resumable(_ address: WebAddress) -> (state: State, size: Int)? {
        guard let data = FileManager.default.contents(atPath: statePath),
            let state = try? JSONDecoder().decode(State.self, from: data), state.address == address.text,
            let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int, size > 0
        else { return nil }
        return (state, size)
    }

    /// Notes what is now being received; without a state the part cannot be resumed.
    func begin(_ state: State?) throws(FetchFailure) {
        discard()
        guard let state, let bytes = try? JSONEncoder().encode(state) else { return }
        try DurableFile.replace(statePath, with: bytes)
    }

    /// Removes all traces.
    func discard() {
        for path in [path, statePath, unpackedPath] { try? FileManager.default.removeItem(atPath: path) }
    }

    /// What a strong comparison can be made with; nil when the answer gives nothing.
    static func validator(etag: String?, lastModified: String?) -> String? {
        if let etag { return etag.hasPrefix("W/") ? nil : etag }
        return lastModified
    }
}
