/// Inflectional suffixes of languages without a Snowball stemmer, drawn up from their school grammars: case, number,
/// gender, definiteness and the commonest derivation by which legal terms vary. Diacritics are folded beforehand.
enum SuffixTables {
    /// The languages with a table.
    static let languages = [
        "be", "bg", "bn", "cs", "et", "ka", "ko", "lv", "mk", "mt", "pl", "sk", "sl", "uk", "uz",
    ]

    static func stemmer(for language: String) -> SuffixStemmer? {
        switch language {
        case "uk": ukrainian
        case "be": belarusian
        case "bg", "mk": bulgarian
        case "pl": polish
        case "cs", "sk": czechSlovak
        case "sl": slovene
        case "lv": latvian
        case "et": estonian
        case "ka": georgian
        case "bn": bengali
        case "uz": uzbek
        case "mt": maltese
        case "ko": korean
        default: nil
        }
    }

    private static let ukrainian = SuffixStemmer(passes: [
        .init(minimumStem: 4, "ся сь"),
        .init(minimumStem: 4, "ого ому ими их ій ою ої им ий уєть юєть ують юють увати ювати ати яти ити іти"),
        .init(
            minimumStem: 3,
            """
            іями іях іям ією ями ях ям єю ею ою ом ем єм ів їв ові еві єві ами ах ам ія ії ію остей ість істю \
            а я о е є и і ї у ю ь й
            """),
        .init(minimumStem: 4, "уванн юванн енн єнн анн інн уван юван ен єн ан ін нн н ост іст"),
        .init(minimumStem: 4, "ь"),
    ])

    private static let belarusian = SuffixStemmer(passes: [
        .init(
            minimumStem: 3,
            """
            аванне яванне аванні аванню анне енне анні енні анню енню ага яга ому аму яму ымі імі ых іх ай яй ый ій ую юю \
            ая яя ое ее ыя ія іі ію іяй амі ямі ах ях ам ям аў яў асць асці а я о е ы і у ю ь й
            """)
    ])

    private static let bulgarian = SuffixStemmer(passes: [
        .init(minimumStem: 3, "ът ят та то те"),
        .init(minimumStem: 3, "ове еве ища ия ие ии а я о е и й у"),
    ])

    private static let polish = SuffixStemmer(passes: [
        .init(
            minimumStem: 3,
            """
            iami iach iom iem iego iemu ymi imi ami ach ego emu ych ich owi om em ow ym im ej ie ia iu io ii aja uja owac \
            iwac ywac ac ic yc ec a e i o u y
            """),
        .init(minimumStem: 4, "owan iwan ywan osc an en n i"),
    ])

    private static let czechSlovak = SuffixStemmer(passes: [
        .init(
            minimumStem: 3,
            """
            iami iach iam iho imu imi ich im ami emi em ech ach ata atum eho emu ymi ych ym ovi ove ov um om am ou ej eji ie ia \
            iu atech uje uji ujici ovat a e i o u y
            """),
        .init(minimumStem: 4, "ovan ost an en n"),
    ])

    private static let slovene = SuffixStemmer(passes: [
        .init(
            minimumStem: 3,
            """
            ovanja ovanje ovanju ovanjem anja anje anju anjem enja enje enju enjem ostmi ostih ostjo osti ost ega emu imi \
            ih im ama ami ema em om ah eh ov ev oma jo a e i o u
            """)
    ])

    private static let latvian = SuffixStemmer(passes: [
        .init(
            minimumStem: 3,
            """
            sanas sanai sanu sana sanam sanas iem ajiem ajam ajas ajai ajos ajas ajo ajam ais iem am as ai os us is es \
            em im um ar ies ija ijas iju ijai ijam ijas ibas ibai ibu iba ibam a e i o s u
            """)
    ])

    private static let estonian = SuffixStemmer(passes: [
        .init(
            minimumStem: 3,
            """
            dele dega dest desse des delt dena deni teta tele tega test tesse tes telt sse st lt le ga ni na ta ks id sid \
            de te d
            """),
        .init(minimumStem: 3, "a e i u"),
    ])

    private static let georgian = SuffixStemmer(passes: [
        .init(minimumStem: 3, "ც ვე"),
        .init(
            minimumStem: 3,
            """
            ებისათვის ისათვის ებისთვის ისთვის ებიდან იდან ებში ებზე ებთან ებით ებმა ებად ებს ების ებო ები ის ით მა ად ში ზე \
            თან ს ი ა ე ო მ
            """),
    ])

    private static let bengali = SuffixStemmer(passes: [
        .init(
            minimumStem: 3, "গুলোর গুলির গুলো গুলি সমূহের সমূহ দেরকে দের টির টিকে টি টা রা এর কে তে ের ে র",
            except: "্র অর ধর কর")
    ])

    private static let uzbek = SuffixStemmer(passes: [
        .init(minimumStem: 3, "ning dagi dan ga ka qa da ni нинг даги дан га ка қа да ни"),
        .init(minimumStem: 3, "lari lariga imiz ingiz lar si i лари имиз ингиз лар си и"),
    ])

    private static let maltese = SuffixStemmer(passes: [
        .init(minimumStem: 3, "zzjonijiet jonijiet ijiet iet iji hom ha na kom jiet ta i a u")
    ])

    /// Particles that end common law nouns (허가 permit, 제도 system, 용도 use, 원자로 reactor) stay where they are such.
    private static let korean = SuffixStemmer(passes: [
        .init(
            minimumStem: 2,
            """
            으로부터 에서부터 으로서 으로써 에서는 에서의 에게는 에게서 에대한 으로는 까지의 부터의 로부터 로서 로써 로는 에는 에도 에서 에게 \
            으로 까지 부터 마다 보다 처럼 이나 이며 이고 이라 이란 이라고 하는 하여 하여야 하여서 한다 하고 하지 하며 하거나 하려는 함을 함은 \
            되는 되어 된다 되고 되지 되며 은 는 이 가 을 를 의 에 와 과 도 로 만 나 란 라 한 할 함 된 될 됨
            """,
            except: """
                허가 인가 국가 평가 추가 증가 참가 부가 원가 대가 전문가 제도 용도 정도 한도 농도 양도 철도 별도 보도 회의 협의 합의 동의 \
                정의 고의 결의 심의 결과 효과 통과 부과 초과 미만 도로 원자로 경로 제한 권한 기한 관할 역할 분할 포함 혼란 차이
                """),
        .init(minimumStem: 2, "들"),
    ])
}
