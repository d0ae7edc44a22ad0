/// The style sheet of ``CompareHTML``: a sober printed document, black on white, that fits a screen and A4 across.
enum CompareStyle {
    static let sheet = """
        @page { size: A4 landscape; margin: 15mm; }
        * { box-sizing: border-box; }
        body { font: 16px/1.5 "Noto Serif", "Times New Roman", Times, serif; color: #1a1a1a; background: #fff;
          max-width: 84rem; margin: 0 auto; padding: 2rem 2.5rem 4rem; }
        :lang(ar), :lang(fa), :lang(ur) { font-family: "Noto Naskh Arabic", Amiri, "Times New Roman", serif;
          line-height: 1.8; }
        :lang(zh), :lang(ja), :lang(ko) { font-family: "Noto Serif CJK SC", "Noto Serif CJK JP", "Noto Serif CJK KR",
          "Source Han Serif", SimSun, "Yu Mincho", Batang, serif; }
        .masthead { display: flex; justify-content: space-between; font-size: 0.95rem; border-bottom: 3px solid #1a1a1a;
          padding-bottom: 0.4rem; }
        .masthead span:first-child { font-weight: bold; letter-spacing: 0.02em; }
        h1 { font-size: 2rem; line-height: 1.2; margin: 1.6rem 0 0; }
        .subtitle { font-size: 1.15rem; margin: 0.2rem 0 1.2rem; }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.15rem 1.2rem; margin: 0; }
        dt { font-weight: bold; } dd { margin: 0; overflow-wrap: anywhere; }
        .caution { font-style: italic; border-top: 1px solid #1a1a1a; margin: 1rem 0 1.5rem; padding-top: 0.5rem; }
        table { border-collapse: collapse; width: 100%; font-size: 0.9rem; margin-bottom: 2.5rem; }
        thead th { border-top: 1px solid #1a1a1a; border-bottom: 1px solid #1a1a1a; font-style: italic;
          font-weight: normal; }
        th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.8rem 0.35rem 0; }
        tbody tr { border-bottom: 1px solid #cfcfcf; } tbody tr:last-child { border-bottom: 2px solid #1a1a1a; }
        .number { text-align: end; white-space: nowrap; padding-inline-end: 0; } th:last-child { text-align: end; padding-inline-end: 0; }
        cite, bdi { unicode-bidi: isolate; } td span, td cite { unicode-bidi: isolate; }
        cite:is(:lang(ar), :lang(fa), :lang(ur), :lang(he), :lang(zh), :lang(ja), :lang(ko), :lang(th)) {
          font-style: normal; }
        a { color: #00437a; }
        .beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 2fr); gap: 0 2rem; align-items: start; }
        .choices { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 2rem; }
        .plain .choices { grid-template-columns: repeat(3, minmax(0, 1fr)); }
        .model { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; background: #f3f5f7;
          border-top: 3px solid #00437a; padding: 0.8rem 1.1rem 1rem; }
        article { border-top: 1px solid #1a1a1a; padding-top: 0.8rem; }
        h2 { font-size: 1.15rem; margin: 0 0 0.3rem; } .rank { display: inline-block; min-width: 1.4em; }
        h3 { font-size: 1rem; margin: 0.6rem 0 0.4rem; }
        .law { margin: 0 0 0.2rem; } .law cite { display: block; text-align: start; }
        .small, .citation { font-size: 0.82rem; line-height: 1.4; color: #444; } .small { margin: 0 0 0.4rem; }
        .text { border-block: 1px solid #cfcfcf; padding: 0.1rem 0 0.4rem; margin: 0.5rem 0; overflow-wrap: break-word; }
        .text p { margin: 0 0 0.5rem; } .level1 { padding-inline-start: 1.4rem; } .level2 { padding-inline-start: 2.8rem; }
        .iri { font-family: ui-monospace, monospace; font-size: 0.75rem; }
        @media (max-width: 60rem) { .beside, .choices, .plain .choices { grid-template-columns: minmax(0, 1fr); }
          .model { position: static; max-height: none; margin-bottom: 2rem; } body { padding: 1rem; } }
        @media print { body { font-size: 10.5pt; padding: 0; max-width: none; }
          .model { position: static; max-height: none; overflow: visible; } tr, h2, h3 { break-inside: avoid; break-after: avoid; } a { color: inherit; } }
        """
}
