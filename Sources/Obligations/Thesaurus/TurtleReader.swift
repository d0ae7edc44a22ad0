internal import CSerd

/// Reads the triples of a Turtle document through libserd.
struct TurtleReader {
    /// The object of a triple.
    enum Object: Hashable {
        case resource(String)
        case literal(String, language: String?)
    }

    struct Triple: Hashable {
        var subject: String
        var predicate: String
        var object: Object
    }

    /// A fault of syntax.
    struct Fault: Error, Hashable {
        /// One-based line and column where reading stopped.
        var line: Int
        var column: Int
        var reason: String
    }

    /// All triples in document order; IRIs are expanded, blank nodes begin with `_:`.
    static func triples(of turtle: String) throws(Fault) -> [Triple] {
        if let offset = turtle.utf8.firstIndex(of: 0) {
            let line = turtle.utf8[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
            throw Fault(line: line, column: 1, reason: "NUL byte")
        }
        let sink = Sink()
        // The reader lives no longer than this function, and `sink` is kept alive to its end below, so that the
        // unretained pointer that the callbacks get is valid whenever they are called.
        let handle = Unmanaged.passUnretained(sink).toOpaque()
        guard
            let reader = serd_reader_new(
                SERD_TURTLE, handle, nil, { Sink.of($0)?.setBase($1) ?? SERD_FAILURE },
                { Sink.of($0)?.setPrefix($1, $2) ?? SERD_FAILURE },
                { handle, _, _, subject, predicate, object, _, language in
                    Sink.of(handle)?.add(subject, predicate, object, language) ?? SERD_FAILURE
                }, nil)
        else { throw Fault(line: 1, column: 1, reason: "out of memory") }
        defer { serd_reader_free(reader) }
        serd_reader_set_strict(reader, true)
        serd_reader_set_error_sink(
            reader,
            { handle, error in
                if let sink = Sink.of(handle), sink.fault == nil {
                    let error = error.pointee
                    let reason = String(cString: serd_strerror(error.status)).lowercased()
                    sink.fault = Fault(line: Int(error.line), column: Int(error.col), reason: reason)
                }
                return SERD_SUCCESS
            }, handle)
        let status = turtle.withCString(encodedAs: UTF8.self) { serd_reader_read_string(reader, $0) }
        return try withExtendedLifetime(sink) { () throws(Fault) in
            if let fault = sink.fault { throw fault }
            guard status == SERD_SUCCESS || status == SERD_FAILURE else {
                throw Fault(line: 1, column: 1, reason: String(cString: serd_strerror(status)).lowercased())
            }
            return sink.triples
        }
    }

    /// Collects what libserd reports.
    private final class Sink {
        var triples: [Triple] = []
        var fault: Fault?
        private let environment = serd_env_new(nil)

        deinit { serd_env_free(environment) }

        static func of(_ handle: UnsafeMutableRawPointer?) -> Sink? {
            handle.map { Unmanaged<Sink>.fromOpaque($0).takeUnretainedValue() }
        }

        func setBase(_ uri: UnsafePointer<SerdNode>) -> SerdStatus {
            environment.map { serd_env_set_base_uri($0, uri) } ?? SERD_ERR_INTERNAL
        }

        func setPrefix(_ name: UnsafePointer<SerdNode>, _ uri: UnsafePointer<SerdNode>) -> SerdStatus {
            environment.map { serd_env_set_prefix($0, name, uri) } ?? SERD_ERR_INTERNAL
        }

        func add(
            _ subject: UnsafePointer<SerdNode>, _ predicate: UnsafePointer<SerdNode>,
            _ object: UnsafePointer<SerdNode>, _ language: UnsafePointer<SerdNode>?
        ) -> SerdStatus {
            guard let subject = iri(subject), let predicate = iri(predicate) else { return SERD_ERR_BAD_CURIE }
            if object.pointee.type == SERD_LITERAL {
                let tag = language.flatMap { $0.pointee.n_bytes > 0 ? Self.string($0.pointee) : nil }
                triples.append(
                    Triple(
                        subject: subject, predicate: predicate,
                        object: .literal(Self.string(object.pointee), language: tag)))
            } else {
                guard let object = iri(object) else { return SERD_ERR_BAD_CURIE }
                triples.append(Triple(subject: subject, predicate: predicate, object: .resource(object)))
            }
            return SERD_SUCCESS
        }

        private func iri(_ node: UnsafePointer<SerdNode>) -> String? {
            switch node.pointee.type {
            case SERD_BLANK: return "_:" + Self.string(node.pointee)
            case SERD_CURIE:
                var expanded = serd_env_expand_node(environment, node)
                defer { serd_node_free(&expanded) }
                return expanded.buf == nil ? nil : Self.string(expanded)
            default: return Self.string(node.pointee)
            }
        }

        private static func string(_ node: SerdNode) -> String {
            guard let bytes = node.buf else { return "" }
            return String(decoding: UnsafeBufferPointer(start: bytes, count: node.n_bytes), as: UTF8.self)
        }
    }
}
