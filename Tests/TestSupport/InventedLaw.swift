/// A law of no State's making, as Akoma Ntoso, for tests. Its articles declare the cells they serve, so that tests do
/// not depend on what a classifier finds.
public struct InventedLaw: Sendable {
    /// An article with a cell that it declares; nil for none.
    public struct Article: Sendable {
        /// Number within the law; the eId is `art_` and the number.
        public var number: Int
        /// Heading, without signs that XML gives a meaning; so are all words here.
        public var heading: String
        /// Its words.
        public var text: String
        /// Code of the row it declares to serve.
        public var code: String?
        /// Weapon types, separated by spaces.
        public var weapons: String
        /// `framework` or `enforcement`.
        public var aspect: String

        /// An article from its parts.
        public init(
            _ number: Int, _ heading: String, _ text: String, code: String? = nil, weapons: String = "NW CW BW",
            aspect: String = "framework"
        ) {
            self.number = number
            self.heading = heading
            self.text = text
            self.code = code
            self.weapons = weapons
            self.aspect = aspect
        }
    }

    /// ISO 3166-1 code.
    public var country: String
    /// ISO 639-2 code.
    public var language: String
    /// Title of the law.
    public var title: String
    /// Number of the law within its State.
    public var number: Int
    /// Day of the consolidation.
    public var version: String
    /// A raw value of `LawStatus`.
    public var status: String
    /// A raw value of `TextAuthenticity`.
    public var authenticity: String
    /// Its articles in order.
    public var articles: [Article]

    /// A law from its parts.
    public init(
        _ country: String, _ language: String, _ title: String, number: Int = 1, version: String = "2020-01-01",
        status: String = "in-force", authenticity: String = "official", articles: [Article]
    ) {
        self.country = country
        self.language = language
        self.title = title
        self.number = number
        self.version = version
        self.status = status
        self.authenticity = authenticity
        self.articles = articles
    }

    /// Work IRI.
    public var work: String { "/akn/\(country.lowercased())/act/2015/\(number)" }
    /// Expression IRI.
    public var expression: String { "\(work)/\(language)@\(version)" }

    /// The law as a file.
    public var akomaNtoso: String {
        let tags = articles.compactMap { article in
            article.code.map {
                "<c:obligation href=\"#art_\(article.number)\" code=\"\($0)\" weapons=\"\(article.weapons)\" "
                    + "aspect=\"\(article.aspect)\"/>"
            }
        }
        let body = articles.map { article in
            "<article eId=\"art_\(article.number)\"><num>\(article.number)</num><heading>\(article.heading)</heading>"
                + "<content eId=\"art_\(article.number)__content\"><p>\(article.text)</p></content></article>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
            <act name="act"><meta><identification source="#t">
            <FRBRWork><FRBRthis value="https://law.example\(work)"/><FRBRuri value="\(work)"/>
            <FRBRdate date="2015-01-01" name="enacted"/><FRBRcountry value="\(country.lowercased())"/></FRBRWork>
            <FRBRExpression><FRBRthis value="\(expression)"/><FRBRuri value="\(expression)"/>
            <FRBRdate date="\(version)" name="version"/><FRBRlanguage language="\(language)"/></FRBRExpression>
            </identification>
            <proprietary source="#t" xmlns:c="https://concord.example/ns/akn">
            <c:authenticity>\(authenticity)</c:authenticity><c:status>\(status)</c:status>
            \(tags.joined(separator: "\n"))
            </proprietary></meta>
            <preface><p><docTitle>\(title)</docTitle></p></preface>
            <body eId="body">\(body.joined(separator: "\n"))</body></act></akomaNtoso>
            """
    }

    /// Laws of ten expressions on transit, made so that each shows one thing when Kenya asks for comparables.
    public static let transitLaws: [InventedLaw] = {
        let transit = "op3cd.transit"
        func duty(_ goods: String) -> String {
            "No person shall bring \(goods) into the country for onward carriage unless the Inspectorate has given a "
                + "permit beforehand, which the carrier shall hold ready on board together with a list of the cargo, "
                + "of its sender and of whoever receives it at the end of the journey. The Inspectorate may open, weigh "
                + "and hold such goods as long as it takes to find out where they are bound."
        }
        let uganda = duty("chemicals that can make weapons")
        return [
            InventedLaw(
                "KE", "eng", "Cargo Passage Act (invented)",
                articles: [.init(1, "Passage of cargo", "Our own rule on cargo in passage.", code: transit)]),
            InventedLaw(
                "UG", "eng", "Onward Carriage Act (invented)",
                articles: [
                    .init(4, "Onward carriage", uganda, code: transit),
                    .init(
                        5, "Manifests",
                        "A carrier who passes through the country tells the Inspectorate a week ahead what it carries, "
                            + "by which road or railway, and through which border posts it means to come and to go; "
                            + "whoever keeps the load in a depot overnight tells it the place and the hour.",
                        code: transit),
                ]),
            InventedLaw(
                "UG", "eng", "Onward Carriage Act (invented)", version: "2022-01-01",
                articles: [.init(4, "Onward carriage", uganda, code: transit)]),
            InventedLaw(
                "ZM", "eng", "Carriage of Dangerous Goods Act (invented)", authenticity: "unofficial-translation",
                articles: [
                    .init(
                        9, "Passing loads", uganda.replacing("hold ready", with: "have ready"), code: transit)
                ]),
            InventedLaw(
                "FR", "fra", "Loi inventée sur le passage des marchandises",
                articles: [
                    .init(
                        2, "Passage",
                        "Le passage sur le territoire de produits chimiques susceptibles de servir d’armes est soumis à "
                            + "un permis que l’autorité délivre avant l’arrivée ; le transporteur en garde la preuve à "
                            + "bord et la montre à qui la demande, avec la liste des colis et le nom du destinataire.",
                        code: transit)
                ]),
            InventedLaw(
                "EG", "ara", "قانون مخترع بشأن مرور البضائع",
                articles: [
                    .init(
                        3, "المرور",
                        "لا يجوز مرور المواد الكيميائية التي تصلح لصنع الأسلحة عبر البلاد إلا بإذن مسبق من الجهة المختصة، "
                            + "ويحتفظ الناقل بالإذن على متن وسيلة النقل مع قائمة بالحمولة واسم المرسل واسم المستلم، ويجوز "
                            + "للجهة المختصة أن تفحص الحمولة وأن توقفها إلى أن تتبين وجهتها النهائية.",
                        code: transit)
                ]),
            InventedLaw(
                "IE", "eng", "Transit of Chemicals Order (invented)", status: "repealed",
                articles: [
                    .init(
                        6, "Transit",
                        "Chemicals in transit shall be sealed at the first port by an officer, who writes the number of "
                            + "the seal on the paper that goes with them; whoever breaks the seal before the last port "
                            + "tells the officer there at once and gives the reason in writing.",
                        code: transit)
                ]),
            InventedLaw(
                "TZ", "eng", "Ports and Passage Act (invented)",
                articles: [
                    .init(
                        2, "Definitions",
                        "In this Act transit means the carriage of goods through the country without unloading them, or "
                            + "with unloading them only so as to put them on another ship, aircraft, train or lorry, as "
                            + "long as they stay under the eyes of customs from the first post to the last.",
                        code: transit)
                ]),
            InventedLaw(
                "JP", "jpn", "架空の通過貨物法",
                articles: [
                    .init(
                        7, "通過",
                        "化学兵器の製造に用いられるおそれのある物資を国内で通過させようとする者は、あらかじめ主務大臣の許可を受けなければならない。"
                            + "運送人は許可証を携帯し、貨物の目録とともに税関職員の求めに応じて提示しなければならない。",
                        code: transit, weapons: "CW")
                ]),
            InventedLaw(
                "UN", "eng", "Model text (invented)", authenticity: "model",
                articles: [.init(1, "Transit", "A model rule on goods in transit.", code: transit)]),
        ]
    }()
}
