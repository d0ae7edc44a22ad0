import ArgumentParser
import Catalog
import Foundation
import Ingestion
import InvertedIndex
import Legislation
import Obligations
import Publishers
import Retrieval
import Review
import Translation

/// Exit codes of failures, after `sysexits.h`.
enum Failure: Error {
    /// A named thing is not in the index.
    case notFound(String)
    /// Input that is no law, or an index that does not agree with its catalog.
    case badData(String)
    /// Output that cannot be written.
    case output(String)
    /// What a publisher did not give.
    case unavailable(String)

    /// The exit code; nil for errors that the argument parser knows itself.
    static func status(of error: any Error) -> Int32? {
        switch error {
        case let failure as Failure:
            switch failure {
            case .notFound: return EX_NOINPUT
            case .badData: return EX_DATAERR
            case .output: return EX_IOERR
            case .unavailable: return EX_UNAVAILABLE
            }
        case is QuerySyntaxError, is RetrievalError: return EX_USAGE
        case let error as ComparisonError:
            switch error {
            case .unknownObligation, .noProvision, .unknownProvision: return EX_NOINPUT
            case .severalObligations, .unknownWeapon, .notAskedByWeapon, .unknownAspect, .unknownState,
                .notAProvision:
                return EX_USAGE
            }
        case let error as ReviewError:
            switch error {
            case .conflict: return EX_TEMPFAIL
            case .damagedRecord: return EX_DATAERR
            case .unknownState, .unknownCell, .unknownValue, .noReason, .nothingProposed: return EX_USAGE
            }
        case let error as LegislationReadError: return error.reason == .unreadable ? EX_NOINPUT : EX_DATAERR
        case is ThesaurusError: return EX_DATAERR
        case let error as SourceListError: return error.isMissing ? EX_NOINPUT : EX_DATAERR
        case let error as StoreError:
            switch error {
            case .busy: return EX_TEMPFAIL
            case .unusable: return EX_IOERR
            }
        // A file that cannot be read at all has no line.
        case let error as GoldError: return error.line == nil ? EX_NOINPUT : EX_DATAERR
        case let error as IngestionError:
            if case .allMissing = error { return EX_DATAERR }
            return EX_NOINPUT
        case is TransferError: return EX_DATAERR
        case let error as CatalogError:
            switch error {
            case .locked, .busy: return EX_TEMPFAIL
            case .notFound: return EX_NOINPUT
            case .corrupt, .notACatalog, .newerVersion, .olderVersion: return EX_DATAERR
            case .diskFull, .permission, .failed: return EX_IOERR
            default: return EX_SOFTWARE
            }
        case let error as IndexError:
            switch error {
            case .noIndex, .missingFile: return EX_NOINPUT
            case .corrupt, .newerVersion, .olderVersion, .limit: return EX_DATAERR
            case .system, .diskFull: return EX_IOERR
            }
        case is StatesError: return EX_USAGE
        case is StateImportError: return EX_DATAERR
        case is WorkbookError: return EX_IOERR
        case is ResourceError, is TranslationError, is LearnedLexiconError: return EX_SOFTWARE
        default: return argumentParserKnows(error) ? nil : EX_SOFTWARE
        }
    }

    static func text(of error: any Error) -> String {
        switch error {
        case Failure.notFound(let text), Failure.badData(let text), Failure.output(let text),
            Failure.unavailable(let text):
            return text
        case let error as any CustomStringConvertible: return error.description
        default: return "\(error)"
        }
    }

    private static func argumentParserKnows(_ error: any Error) -> Bool {
        error is ValidationError || error is ExitCode || error is CleanExit
            || String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
    }
}
