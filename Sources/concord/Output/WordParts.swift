import Foundation
import Legislation

/// The parts of a word processor's file that are the same for every document.
enum WordParts {
    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    static let contentTypes =
        declaration + """
            <Types xmlns="\(package)/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
            <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
            <Override PartName="/word/footer1.xml" ContentType="\(word).footer+xml"/>\
            <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
            </Types>
            """

    static let relations =
        declaration + """
            <Relationships xmlns="\(package)/relationships">\
            <Relationship Id="document" Type="\(ReviewWordDocument.relation)/officeDocument" Target="word/document.xml"/>\
            <Relationship Id="properties" Type="\(package)/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
            </Relationships>
            """

    static func documentRelations(links: String) -> String {
        declaration + """
            <Relationships xmlns="\(package)/relationships">\
            <Relationship Id="styles" Type="\(ReviewWordDocument.relation)/styles" Target="styles.xml"/>\
            <Relationship Id="footer" Type="\(ReviewWordDocument.relation)/footer" Target="footer1.xml"/>\(links)</Relationships>
            """
    }

    static func properties(title: String, language: String) -> String {
        declaration + """
            <cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">\
            <dc:title>\(title.escapedForXML)</dc:title><dc:creator>Concord</dc:creator>\
            <dc:language>\(language.escapedForXML)</dc:language></cp:coreProperties>
            """
    }

    /// The page number.
    static func footer(isRightToLeft: Bool) -> String {
        declaration + """
            <w:ftr xmlns:w="\(main)"><w:p><w:pPr>\(isRightToLeft ? "<w:bidi/>" : "")<w:jc w:val="end"/></w:pPr>\
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>
            """
    }

    /// Sober styles, black on white; sizes in half points.
    static func styles(language: String, isRightToLeft: Bool) -> String {
        func style(
            _ id: String, name: String, size: Int, isBold: Bool = false, isItalic: Bool = false, before: Int = 0,
            after: Int = 80, keeps: Bool = false, indent: Int = 0, extra: String = "", outline: Int? = nil
        ) -> String {
            let bold = isBold ? "<w:b/><w:bCs/>" : ""
            let italic = isItalic ? "<w:i/><w:iCs/>" : ""
            let level = outline.map { "<w:outlineLvl w:val=\"\($0)\"/>" } ?? ""
            return
                "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/><w:basedOn w:val=\"Normal\"/>"
                + "<w:pPr>\(keeps ? "<w:keepNext/>" : "")\(extra)<w:spacing w:before=\"\(before)\" w:after=\"\(after)\"/>"
                + "<w:ind w:start=\"\(indent)\"/>\(level)</w:pPr>"
                + "<w:rPr>\(bold)\(italic)<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/></w:rPr></w:style>"
        }
        let line = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"2\" w:color=\"1A1A1A\"/></w:pBdr>"
        return declaration + """
            <w:styles xmlns:w="\(main)">
            <w:docDefaults><w:rPrDefault><w:rPr>\
            <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="SimSun"/>\
            <w:sz w:val="21"/><w:szCs w:val="23"/><w:lang w:val="en" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
            <w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
            \(style("Subtitle", name: "Subtitle", size: 24, before: 0, after: 40))
            \(style("Title", name: "Title", size: 44, isBold: true, after: 200))
            \(style("Caution", name: "Caution", size: 20, isItalic: true, before: 120, after: 200))
            \(style("Heading1", name: "heading 1", size: 32, isBold: true, before: 480, after: 120, keeps: true, extra: line, outline: 0))
            \(style("Heading2", name: "heading 2", size: 26, isBold: true, before: 280, after: 80, keeps: true, outline: 1))
            \(style("Heading3", name: "heading 3", size: 22, isBold: true, before: 200, after: 60, keeps: true, outline: 2))
            \(style("Step", name: "Step", size: 21, after: 60, indent: 360))
            \(style("QuotationSource", name: "Quotation source", size: 21, isItalic: true, before: 100, after: 20, keeps: true))
            \(style("Quote", name: "Quote", size: 20, after: 20, indent: 284))
            \(style("Remark", name: "Remark", size: 17, after: 140))
            \(style("TableText", name: "Table text", size: 18, before: 20, after: 20))
            <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="00437A"/>\
            <w:u w:val="single"/></w:rPr></w:style>
            <w:style w:type="table" w:styleId="ReviewTable"><w:name w:val="Review table"/><w:tblPr><w:tblBorders>\
            <w:top w:val="single" w:sz="8" w:color="1A1A1A"/><w:bottom w:val="single" w:sz="8" w:color="1A1A1A"/>\
            <w:insideH w:val="single" w:sz="4" w:color="BFBFBF"/></w:tblBorders><w:tblCellMar>\
            <w:start w:w="60" w:type="dxa"/><w:end w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
            </w:styles>
            """
    }
}
