/// Lines that a website prints around a law and that copies of the text carry along.
enum BoilerplateLines {
    /// The lines without them, and how many there were.
    static func removed(from lines: [SourceLine]) -> ([SourceLine], Int) {
        let kept = lines.filter { !isBoilerplate($0.text) }
        return (kept, lines.count - kept.count)
    }

    static func isBoilerplate(_ text: String) -> Bool {
        guard (4...220).contains(text.utf8.count) else { return false }
        let bare = text.lowercased().bareWord
        guard let first = bare.unicodeScalars.first else { return false }
        return whole.contains(bare) || starts[first]?.contains { bare.hasPrefix($0) } ?? false
    }

    private static let whole: Set<String> = [
        "skip to main content", "skip to content", "skip to navigation", "jump to navigation", "back to top",
        "top of page", "return to top", "print this page", "print page", "printer friendly version",
        "printer-friendly version", "share this page", "email this page", "previous page", "next page", "read more",
        "log in", "sign in", "sign up", "toggle navigation", "main menu", "cookie policy", "privacy policy",
        "accept all cookies", "accept cookies", "accept all", "reject all", "terms of use", "all rights reserved",
        "aller au contenu", "aller au contenu principal", "retour en haut", "haut de page", "retour en haut de page",
        "imprimer", "imprimer la page", "partager cette page", "tout accepter", "tout refuser", "gérer les cookies",
        "saltar al contenido", "ir al contenido", "ir al contenido principal", "pasar al contenido principal",
        "volver arriba", "imprimir", "compartir", "ir al inicio", "aceptar cookies", "política de privacidad",
        "pular para o conteúdo", "ir para o conteúdo", "voltar ao topo", "zum inhalt springen", "zum inhalt",
        "nach oben", "seitenanfang", "drucken", "seite drucken", "datenschutz", "impressum", "naar boven", "afdrukken",
        "torna su", "vai al contenuto", "vai al contenuto principale", "stampa", "salta al contenuto",
        "перейти к содержимому", "перейти к основному содержанию", "распечатать", "версия для печати", "наверх",
        "на главную", "версія для друку", "друкувати", "перейти до основного вмісту", "przejdź do treści", "drukuj",
        "do góry", "skip to main navigation", "الانتقال إلى المحتوى الرئيسي", "تخطي إلى المحتوى", "طباعة",
        "العودة إلى الأعلى", "ana içeriğe atla", "yazdır", "chuyển đến nội dung", "về đầu trang",
        "lompat ke konten utama", "cetak", "跳到主要内容", "跳至主要內容", "返回顶部", "打印本页", "本文へ移動",
        "ページの先頭へ", "본문 바로가기", "인쇄",
    ]

    /// By their first letter.
    private static let starts = Dictionary(grouping: sentences, by: { $0.unicodeScalars.first ?? " " })

    private static let sentences = [
        "this site uses cookies", "this website uses cookies", "we use cookies", "by continuing to use this site",
        "ce site utilise des cookies", "en poursuivant votre navigation", "este sitio utiliza cookies",
        "este sitio web utiliza cookies", "utilizamos cookies", "este site utiliza cookies",
        "diese website verwendet cookies",
        "wir verwenden cookies", "questo sito utilizza", "deze website maakt gebruik van cookies",
        "ta strona używa plików cookie", "javascript is disabled", "please enable javascript",
        "you need to enable javascript",
        "your browser does not support", "мы используем файлы cookie", "этот сайт использует cookie",
    ]
}
