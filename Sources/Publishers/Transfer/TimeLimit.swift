/// Does work within a time; when that is over, the work is cancelled.
func within<Value: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
) async throws(Refusal) -> Value {
    do {
        return try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: limit)
                throw FetchFailure.tooSlow(seconds: limit.inSeconds)
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    } catch let refusal as Refusal {
        throw refusal
    } catch let failure as FetchFailure {
        throw Refusal(failure)
    } catch {
        throw Refusal(.tooSlow(seconds: limit.inSeconds))
    }
}
