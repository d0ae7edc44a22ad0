import Catalog
import Foundation
import Legislation
import Obligations
import Review
import Testing

@Suite("Experts decide about cells")
struct DecisionDeskTests {
    private let canada = try? Jurisdiction(code: "CA")

    /// With a low bound, so that few provisions are enough whatever the model thinks of them.
    private func matrix(_ folder: ReviewFolder) throws -> StateMatrix {
        try MatrixBuilder(folder: folder.path, scale: SupportScale(decay: 0.5, documented: 0.5, unclear: 0.3))
            .build(try #require(canada))
    }

    private func desk(_ folder: ReviewFolder) throws -> DecisionDesk {
        DecisionDesk(catalog: try Catalog(directory: folder.path, mode: .readWrite))
    }

    private func folder() throws -> ReviewFolder {
        let folder = try ReviewFolder()
        try folder.write("CA", "Chemical Act", ReviewFolder.chemicalExport)
        try folder.update()
        return folder
    }

    private func proposed(_ matrix: StateMatrix) throws -> MatrixCell {
        try #require(matrix.cells.first { $0.proposal.value == .documented })
    }

    @Test("a proposal is no decision; accepting makes it one, with name, time and reason")
    func accept() throws {
        let folder = try folder()
        let before = try proposed(try matrix(folder))
        #expect(before.standing == .proposed && before.revision == 0)
        let number = try desk(folder).decide(
            try #require(canada), before, revision: 0, ruling: .init(.accept, why: " the Act   says so "),
            by: "A. Expert")
        let after = try #require(try matrix(folder)[before.cell])
        #expect(after.standing == .decided)
        #expect(after.value == .documented)
        let decision = try #require(after.decision)
        #expect(decision.who == "A. Expert" && decision.why == "the Act says so" && decision.revision == number)
        #expect(decision.when.hasPrefix("20"))
        #expect(decision.basis.map(\.iri) == before.proposal.evidence.map(\.iri))
    }

    @Test("an edit to a cell that changed meanwhile is a conflict, and nothing is overwritten")
    func conflict() throws {
        let folder = try folder()
        let state = try #require(canada)
        let seen = try proposed(try matrix(folder))
        let desk = try desk(folder)
        let first = try desk.decide(state, seen, revision: 0, ruling: .init(.reject, why: "not relevant"), by: "First")
        #expect {
            try desk.decide(
                state, seen, revision: 0, ruling: .init(.edit, value: .unclear, why: "partly"), by: "Second")
        } throws: { error in
            guard case ReviewError.conflict(let cell, let revision, let who, _, let value) = error else { return false }
            return cell == seen.cell.description && revision == first && who == "First" && value.isEmpty
        }
        #expect(try #require(try matrix(folder)[seen.cell]).value == .blank)
        try desk.decide(
            state, seen, revision: first, ruling: .init(.edit, value: .unclear, why: "partly"), by: "Second")
        #expect(try #require(try matrix(folder)[seen.cell]).value == .unclear)
    }

    @Test("a decision without a reason, and accepting where nothing is proposed, are refused")
    func refused() throws {
        let folder = try folder()
        let state = try #require(canada)
        let matrix = try matrix(folder)
        let blank = try #require(matrix.cells.first { $0.proposal.value == .blank })
        let desk = try desk(folder)
        #expect(throws: ReviewError.noReason) {
            try desk.decide(state, blank, revision: 0, ruling: .init(.edit, value: .notApplicable, why: " \n"), by: "A")
        }
        #expect(throws: ReviewError.nothingProposed(cell: blank.cell.description)) {
            try desk.decide(state, blank, revision: 0, ruling: .init(.accept, why: "yes"), by: "A")
        }
    }

    @Test("a change of law opens only the cells it touches, and the history is kept")
    func reopened() throws {
        let folder = try ReviewFolder()
        try folder.write("CA", "Chemical Act", ReviewFolder.chemicalExport)
        try folder.write(
            "CA", "Nuclear Materials Act",
            [
                (
                    heading: "Licence",
                    text:
                        "No person shall possess, use or transport nuclear material without a licence of the Commission."
                )
            ])
        try folder.update()
        let state = try #require(canada)
        let before = try matrix(folder)
        let decided = before.cells.filter { $0.proposal.value == .documented }
        do {
            // Closed before the laws are read again: there is one writer at a time.
            let desk = try desk(folder)
            for cell in decided {
                try desk.decide(state, cell, revision: 0, ruling: .init(.accept, why: "as proposed"), by: "A")
            }
        }
        var articles = ReviewFolder.chemicalExport
        articles[0].text += " A licence is valid for one year."
        try folder.write("CA", "Chemical Act", articles)
        try folder.update()
        let after = try matrix(folder)
        let changed = Set(
            decided.filter { $0.proposal.evidence.contains { $0.label.contains("Export licence") } }.map(\.cell))
        #expect(!changed.isEmpty && changed.count < decided.count)
        for cell in decided {
            let now = try #require(after[cell.cell])
            #expect(
                (now.standing == .reopened) == changed.contains(cell.cell),
                "\(cell.cell): \(now.reopening?.words ?? "")")
            #expect(now.value == .documented)
        }
        let log = DecisionLog(catalog: try Catalog(directory: folder.path, mode: .readOnly))
        #expect(try log.history(of: state, try #require(changed.first)).count == 1)
    }

    @Test("a law withdrawn after it was evidence opens the cell again, and the history is kept")
    func withdrawn() throws {
        let folder = try folder()
        let state = try #require(canada)
        let seen = try proposed(try matrix(folder))
        do {
            let catalog = try Catalog(directory: folder.path, mode: .readWrite)
            try DecisionDesk(catalog: catalog).decide(
                state, seen, revision: 0, ruling: .init(.accept, why: "as proposed"), by: "A")
            let withdrawn = try catalog.write { session in
                try session.withdraw(source: folder.path("CA", "Chemical Act"), why: "taken back")
            }
            #expect(withdrawn == 1)
        }
        let now = try #require(try matrix(folder)[seen.cell])
        #expect(now.value == .documented && now.proposal.value == .blank)
        guard case .withdrawn(let iri) = now.reopening else {
            Issue.record("\(String(describing: now.reopening))")
            return
        }
        #expect(seen.proposal.evidence.contains { $0.iri == iri })
        let log = DecisionLog(catalog: try Catalog(directory: folder.path, mode: .readOnly))
        #expect(try log.history(of: state, seen.cell).map(\.who) == ["A"])
    }
}
