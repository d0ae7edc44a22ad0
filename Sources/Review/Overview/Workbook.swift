import CXlsxWriter
import Foundation

/// An Excel workbook (Office Open XML) that is being written, by libxlsxwriter. Texts are written as texts, so none is
/// taken for a formula.
final class Workbook {
    /// How a cell looks.
    enum Style: CaseIterable {
        case plain, title, note, heading, value, documented, unclear, notApplicable, notAsked, source, link
    }

    /// Characters that a cell can hold.
    static let textLimit = 32_767

    private let path: String
    private let temporary: String
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]
    private var isClosed = false

    /// - Parameters:
    ///   - path: the file; one that is there is replaced when the workbook is whole.
    ///   - created: the moment that is written into it.
    init(path: String, title: String, created: Date) throws(WorkbookError) {
        self.path = path
        temporary = path + ".\(ProcessInfo.processInfo.processIdentifier).part"
        // The library only notices when it closes the file, and then leaves parts of it behind.
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw WorkbookError(path: path, reason: "\(folder) is no folder that can be written to")
        }
        guard let book = workbook_new(temporary) else {
            throw WorkbookError(path: path, reason: "there is not enough memory")
        }
        self.book = book
        var properties = lxw_doc_properties()
        properties.created = time_t(created.timeIntervalSince1970)
        title.withCString { text in
            properties.title = UnsafeMutablePointer(mutating: text)
            workbook_set_properties(book, &properties)
        }
        for style in Style.allCases { formats[style] = makeFormat(style) }
    }

    /// Frees what the library holds; a workbook that was not finished leaves no file.
    deinit {
        guard !isClosed else { return }
        workbook_close(book)
        try? FileManager.default.removeItem(atPath: temporary)
    }

    /// A new sheet; the name is shortened to what Excel takes.
    func sheet(_ name: String) throws(WorkbookError) -> Sheet {
        guard let sheet = workbook_add_worksheet(book, String(name.prefix(31))) else {
            throw WorkbookError(path: path, reason: "\"\(name)\" is no name for a sheet, or stands twice")
        }
        return Sheet(pointer: sheet, book: self)
    }

    /// Writes the file.
    func close() throws(WorkbookError) {
        isClosed = true
        let code = workbook_close(book)
        guard code == LXW_NO_ERROR else {
            try? FileManager.default.removeItem(atPath: temporary)
            throw WorkbookError(
                path: path, reason: lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)")
        }
        guard rename(temporary, path) == 0 else {
            let reason = String(cString: strerror(errno))
            try? FileManager.default.removeItem(atPath: temporary)
            throw WorkbookError(path: path, reason: reason)
        }
    }

    private func makeFormat(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
        guard let format = workbook_add_format(book) else { return nil }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        switch style {
        case .plain, .source: format_set_text_wrap(format)
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 14)
        case .note: format_set_italic(format)
        case .link: format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        case .heading:
            format_set_bold(format)
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
            format_set_bg_color(format, 0xE7EDF3)
        case .value: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .documented, .unclear, .notApplicable, .notAsked:
            format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
            format_set_bg_color(format, Self.colors[style] ?? 0xFFFFFF)
            if style == .documented { format_set_font_color(format, 0xFFFFFF) }
        }
        if ![.title, .note].contains(style) { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        return format
    }

    private static let colors: [Style: UInt32] = [
        .documented: 0x08519C, .unclear: 0xFEE391, .notApplicable: 0xF2F2F2, .notAsked: 0xBFBFBF,
    ]

    /// A sheet of the workbook; rows and columns are counted from 0.
    struct Sheet {
        fileprivate let pointer: UnsafeMutablePointer<lxw_worksheet>
        fileprivate let book: Workbook

        /// Writes a text; one that is too long for a cell is cut, and says so.
        func write(_ text: String, _ row: Int, _ column: Int, _ style: Style = .plain) {
            let format = book.formats[style]
            guard !text.isEmpty else {
                worksheet_write_blank(pointer, UInt32(row), UInt16(column), format)
                return
            }
            worksheet_write_string(pointer, UInt32(row), UInt16(column), Self.fitting(text), format)
        }

        /// Writes a number.
        func write(_ number: Int, _ row: Int, _ column: Int, _ style: Style = .value) {
            worksheet_write_number(pointer, UInt32(row), UInt16(column), Double(number), book.formats[style])
        }

        /// One text over several columns.
        func merge(_ text: String, _ row: Int, _ columns: ClosedRange<Int>, _ style: Style = .heading) {
            guard columns.count > 1 else { return write(text, row, columns.lowerBound, style) }
            worksheet_merge_range(
                pointer, UInt32(row), UInt16(columns.lowerBound), UInt32(row), UInt16(columns.upperBound),
                Self.fitting(text), book.formats[style])
        }

        /// Width of columns, in characters.
        func width(_ width: Double, _ columns: ClosedRange<Int>) {
            worksheet_set_column(pointer, UInt16(columns.lowerBound), UInt16(columns.upperBound), width, nil)
        }

        /// Keeps the rows and columns above and left of a cell in sight, and prints the rows on every page, across A4.
        func head(rows: Int, columns: Int) {
            worksheet_freeze_panes(pointer, UInt32(rows), UInt16(columns))
            worksheet_repeat_rows(pointer, 0, UInt32(max(0, rows - 1)))
            worksheet_set_landscape(pointer)
            worksheet_set_paper(pointer, 9)
            worksheet_fit_to_pages(pointer, 1, 0)
        }

        private static func fitting(_ text: String) -> String {
            // Excel counts UTF-16, and the library refuses what is longer.
            let clean = text.contains("\0") ? text.replacing("\0", with: "\u{FFFD}") : text
            guard clean.utf16.count > Workbook.textLimit else { return clean }
            var kept = String(decoding: clean.utf16.prefix(Workbook.textLimit - 20), as: UTF16.self)
            if kept.last == "\u{FFFD}" { kept.removeLast() }
            return kept + " … (cut)"
        }
    }
}
