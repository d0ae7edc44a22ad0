import Obligations
import TextAnalysis

/// Analyses texts for these tests: words in lower case without endings of a few letters, characters in pairs for Han
/// and Kana. It keeps the module's tests apart from the real analysis.
func wordAnalysis(_ language: String) -> ConceptRecognizer.Analysis {
    { text, buffer in
        var offset = 0
        var word = ""
        var run: [(character: String, offset: Int)] = []
        func emit(_ term: String, _ form: TokenBuffer.Form, _ start: Int, _ end: Int) {
            let bytes = Array(term.utf8.prefix(255))
            buffer.records.append(
                TokenBuffer.Record(
                    termOffset: UInt32(buffer.termBytes.count), termLength: UInt8(bytes.count), form: form,
                    position: buffer.positionCount, start: UInt32(start), end: UInt32(end)))
            buffer.termBytes += bytes
        }
        func endWord() {
            guard !word.isEmpty else { return }
            let start = offset - word.utf8.count
            let folded = word.lowercased()
            emit(folded, .exact, start, offset)
            emit(stem(folded), .stem, start, offset)
            buffer.positionCount += 1
            word = ""
        }
        func endRun() {
            for index in run.indices {
                let pair = run[index].character + (index + 1 < run.count ? run[index + 1].character : "")
                emit(pair, .exact, run[index].offset, run[index].offset + run[index].character.utf8.count)
                buffer.positionCount += 1
            }
            run = []
        }
        for character in text {
            let isHanOrKana = character.unicodeScalars.allSatisfy {
                (0x3040...0x30FF).contains($0.value) || (0x3400...0x9FFF).contains($0.value)
            }
            if isHanOrKana {
                endWord()
                run.append((String(character), offset))
            } else if character.isLetter || character.isNumber {
                endRun()
                word.append(character)
            } else {
                endWord()
                endRun()
            }
            offset += String(character).utf8.count
        }
        endWord()
        endRun()
    }
}

/// Cuts the ending so that at least four letters stay: crude, but the same for names and texts.
private func stem(_ word: String) -> String {
    for ending in ["ements", "ement", "ations", "ation", "ing", "ies", "ons", "ов", "ия", "ию", "ии", "ого", "ой"]
    where word.hasSuffix(ending) && word.count - ending.count >= 4 { return String(word.dropLast(ending.count)) }
    for ending in ["es", "as", "os", "s", "e", "a", "o", "у", "е", "и", "ы", "а"]
    where word.hasSuffix(ending) && word.count - ending.count >= 4 { return String(word.dropLast(ending.count)) }
    return word
}

/// The tokens of a text.
func tokens(_ text: String, _ language: String) -> TokenBuffer {
    var buffer = TokenBuffer()
    wordAnalysis(language)(text, &buffer)
    return buffer
}
