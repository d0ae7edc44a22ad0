/// Matches nothing.
final class EmptyIterator: DocumentIterator {}
