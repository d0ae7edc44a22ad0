import Retrieval
import Testing

@Suite("The query language")
struct QueryParserTests {
    @Test(
        "reads every construct as the table of the language says",
        arguments: [
            // Words
            ("export licence", "export licence"),
            ("  export\tlicence\n", "export licence"),
            ("and or not near", "and or not near"),
            ("出口管制 许可", "出口管制 许可"),
            ("l'article L.123-4 du code", "l'article L.123-4 du code"),
            ("l’article 5", "l’article 5"),
            ("3(d)(ii) S/RES/1540 107-44-8 catch_all", "3(d)(ii) S/RES/1540 107-44-8 catch_all"),
            ("第四十八条 C++", "第四十八条 C++"),
            ("第3（1）条", "第3（1）条"),
            ("1,000 kg, 5 g", "1,000 kg 5 g"),
            ("核，生物、化学。", "核 生物 化学"),
            ("الأسلحة، النووية؟", "الأسلحة النووية"),
            ("what - if & when? § 5!", "what if when 5"),
            ("http://example.org/a?b=c*d urn:lex:it:2003", "http://example.org/a?b=c*d urn:lex:it:2003"),
            ("第四条：禁止 12:30 a1:b", "第四条：禁止 12:30 a1:b"),
            ("--force", "--force"),
            ("l'alinéa 19(2)a) ou 1)", "l'alinéa 19(2)a ou 1"),
            ("(a 20b) c", "a 20b c"),
            ("צה\"ל", "צה\"ל"),
            // Phrases
            ("\"export licence\"", "\"export licence\""),
            ("“export licence”", "\"export licence\""),
            ("„Ausfuhr von Gütern“", "\"Ausfuhr von Gütern\""),
            ("« armes chimiques »", "\"armes chimiques\""),
            ("»kemiske våben«", "\"kemiske våben\""),
            ("「化学兵器」『生物兵器』", "\"化学兵器\" \"生物兵器\""),
            ("《出口管制法》", "\"出口管制法\""),
            ("＂ａ ｂ＂", "\"ａ ｂ\""),
            ("「he said \"no\"」", "«he said \"no\"»"),
            ("\"a   AND\n b*\"", "\"a AND b*\""),
            // Endings
            ("licen* 化*", "licen* 化*"),
            ("化＊", "化*"),
            ("sarin~1 tabun~2 vx~", "sarin~1 tabun~2 vx~1"),
            ("toxins~", "toxins~2"),
            ("第1～3条 1～2", "第1～3条 1～2"),
            // Operators
            ("a AND b OR c", "(a AND b) OR c"),
            ("a OR b AND c", "a OR (b AND c)"),
            ("NOT a AND b", "NOT a AND b"),
            ("a b AND c", "a (b AND c)"),
            ("a b OR c d", "a (b OR c) d"),
            ("a NOT b", "a -b"),
            ("a AND NOT b", "a AND NOT b"),
            ("a NOT (b c)", "a -(b c)"),
            ("NOT NOT a", "a"),
            ("-(-a) b", "a b"),
            ("c (-a -b)", "c -a -b"),
            ("a AND (b AND c)", "a AND b AND c"),
            ("a OR (b OR c)", "a OR b OR c"),
            ("+a b -c", "+a b -c"),
            ("＋a b －c −d", "+a b -c -d"),
            ("+a AND b", "a AND b"),
            ("((a)) (b c)", "a b c"),
            ("+(a b)", "a b"),
            ("x +(a b)", "x +(a b)"),
            ("(a OR b)AND(c)", "(a OR b) AND c"),
            ("（a　ＯＲ　b）ＡＮＤ c", "(a OR b) AND c"),
            ("NOT(a) b", "-a b"),
            ("treaty(a b)", "treaty a b"),
            ("a NEAR/5 b", "a NEAR/5 b"),
            ("x a NEAR \"b c\" y", "x a NEAR/10 \"b c\" y"),
            ("(ab OR bc*) NEAR/３ cd~1", "(ab OR bc*) NEAR/3 cd~1"),
            ("NOT a NEAR/5 b AND c", "NOT (a NEAR/5 b) AND c"),
            // Fields
            ("heading:export title:\"dual use\"", "heading:export title:\"dual use\""),
            ("Heading：出口 标题：核材料", "heading:出口 title:核材料"),
            ("text:(a OR b) titre:xy*", "text:(a OR b) title:xy*"),
            ("-heading:a b", "-heading:a b"),
            ("heading:(-a) b", "-heading:a b"),
            ("heading:AND", "heading:\\AND"),
            ("heading:(a NEAR/2 b)", "heading:(a NEAR/2 b)"),
            // Filters
            ("country:ca,CH a", "country:CA,CH a"),
            ("国家：加拿大，瑞士", "country:加拿大,瑞士"),
            ("pays:FR país:ES страна:RU بلد:EG", "country:FR country:ES country:RU country:EG"),
            ("country:\"United States\",CA", "country:\"United States\",CA"),
            ("region:150 region:Europe", "region:150 region:europe"),
            ("lang:FR langue:zh_hant,sr-latn-rs язык:ru", "lang:fr lang:zh-Hant,sr-Latn-RS lang:ru"),
            ("obligation:OP3cd.transit", "obligation:op3cd.transit"),
            ("obligation:op3cd,op2.use", "obligation:op3cd.*,op2.use"),
            ("obligation:op3cd.* obligation:op3*", "obligation:op3cd.* obligation:op3*"),
            ("weapon:chemical,NW,biologique", "weapon:CW,NW,BW"),
            ("weapon:化学，化学武器、核", "weapon:CW,NW"),
            ("aspect:Enforcement", "aspect:enforcement"),
            ("status:\"in force\" status:已废止", "status:in-force status:repealed"),
            ("year:2004 year:2004..2012 year:..2000 year:2010..", "year:2004 year:2004..2012 year:..2000 year:2010.."),
            ("year:2004-2012 year：２００４…２０１２", "year:2004..2012 year:2004..2012"),
            ("year:٢٠٠٤", "year:2004"),
            ("a -lang:fr", "a -lang:fr"),
            ("country:CA OR lang:fr", "country:CA OR lang:fr"),
            ("a (country:CA OR lang:fr)", "a (country:CA OR lang:fr)"),
            // Escapes
            ("\\AND \\-5 heading\\:a a\\*", "\\AND \\-5 \\heading\\:a \\a\\*"),
            ("a\\b", "a\\b"),
            ("x AND a\\ lang:fr", "(x AND \\a\\\\) lang:fr"),
        ])
    func readsConstruct(written: String, canonical: String) throws {
        let query = try QueryParser.parse(written)
        #expect(query.description == canonical)
        #expect(try QueryParser.parse(query.description) == query)
    }

    @Test("builds the tree that the planner relies on")
    func buildsTree() throws {
        func words(_ texts: String...) -> QueryNode { .words(texts.map { QueryWord($0) }) }
        #expect(
            try QueryParser.parse("a b AND c").root
                == .clauses([
                    QueryClause(.should, words("a")), QueryClause(.should, .all([words("b"), words("c")])),
                ]))
        #expect(
            try QueryParser.parse("a b country:CA -\"x y\"").root
                == .clauses([
                    QueryClause(.should, words("a", "b")), QueryClause(.must, .filter(.country(["CA"]), .none)),
                    QueryClause(.mustNot, .phrase(QueryWord("x y"))),
                ]))
        #expect(try QueryParser.parse("a AND NOT b").root == .all([words("a"), .not(words("b"))]))
        #expect(
            try QueryParser.parse("title:ab*").root
                == .scoped(.title, .prefix(QueryWord("ab"))))
        #expect(
            try QueryParser.parse("obligation:op3cd").root
                == .filter(.obligation([.startingWith("op3cd.")]), .none))
        #expect(QueryFilter.Obligation.startingWith("op3cd.").matches("op3cd.transit"))
        #expect(!QueryFilter.Obligation.startingWith("op3cd.").matches("op3ab.account-use"))
        #expect(QueryFilter.Years(from: nil, to: 2000).contains(1999))
        #expect(!QueryFilter.Years(from: 2001, to: nil).contains(1999))
    }

    @Test("gives each leaf its UTF-8 place in the query")
    func givesPlaces() throws {
        let text = "核 +「出口 管制」 lang:fr licen*"
        guard case .clauses(let clauses) = try QueryParser.parse(text).root else {
            Issue.record("not a juxtaposition")
            return
        }
        let written = clauses.map { clause -> String in
            let span: QuerySpan? =
                switch clause.node {
                case .words(let words): words.first?.span
                case .phrase(let word), .prefix(let word): word.span
                case .filter(_, let span): span
                default: nil
                }
            guard let span else { return "" }
            return String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
        }
        #expect(written == ["核", "「出口 管制」", "lang:fr", "licen*"])
    }

    @Test(
        "takes a question as words whatever signs it holds",
        arguments: [
            (
                "Is export AND import (of \"sarin\") allowed?",
                ["Is", "export", "AND", "import", "of", "sarin", "allowed"]
            ),
            ("country:CA -x +y z* w~1 \"", ["country:CA", "-x", "+y", "z*", "w~1"]),
            ("出口管制违规如何处罚？第3(d)条", ["出口管制违规如何处罚", "第3(d)条"]),
            (") ( ” - \\", []),
            ("", []),
        ])
    func readsPlain(text: String, words: [String]) throws {
        let query = QueryParser.plain(text)
        #expect(query.root == .words(words.map { QueryWord($0) }))
        #expect(query.wantedWords.map(\.text) == words)
        if !words.isEmpty { #expect(try QueryParser.parse(query.description) == query) }
    }

    @Test("lists the words looked for, without the excluded ones")
    func listsWantedWords() throws {
        let query = try QueryParser.parse("a -b (c AND NOT d) heading:e f NEAR/2 \"g h\" lang:fr")
        #expect(query.wantedWords.map(\.text) == ["a", "c", "e", "f", "g h"])
    }
}
