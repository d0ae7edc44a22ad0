import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.RuleBasedBreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizerConfig;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/**
 * TEXTS.tsv DIR: indexes headings and texts with ICUTokenizer and ICUNormalizer2 (nfkc_cf), on one thread, into one segment.
 *
 * Debian's module carries break rules that were compiled for another ICU than its icu4j, so DefaultICUTokenizerConfig does
 * not load; every script gets ICU4J's own word iterator here, which has dictionaries for Thai, Lao, Khmer, Burmese and CJK.
 */
public class LuceneIcuTok {
  static final ICUTokenizerConfig CONFIG = new ICUTokenizerConfig() {
    final RuleBasedBreakIterator words = (RuleBasedBreakIterator) BreakIterator.getWordInstance(ULocale.ROOT);

    public RuleBasedBreakIterator getBreakIterator(int script) {
      return (RuleBasedBreakIterator) words.clone();
    }

    public String getType(int script, int ruleStatus) {
      return ruleStatus >= BreakIterator.WORD_NUMBER ? "<WORD>" : "<NONE>";
    }

    public boolean combineCJ() {
      return true;
    }
  };

  static Analyzer analyzer() {
    return new Analyzer() {
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new ICUTokenizer(CONFIG);
        return new TokenStreamComponents(tokenizer, new ICUNormalizer2Filter(tokenizer));
      }
    };
  }

  public static void main(String[] arguments) throws Exception {
    Path path = Paths.get(arguments[1]);
    if (Files.exists(path)) {
      try (var files = Files.walk(path)) {
        for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) Files.delete(file);
      }
    }
    List<String[]> rows = new ArrayList<>();
    long bytes = 0;
    try (BufferedReader reader = Files.newBufferedReader(Paths.get(arguments[0]))) {
      for (String line; (line = reader.readLine()) != null; ) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 5) {
          System.err.printf("%s:%d: %d columns in place of 5; make the corpus again%n", arguments[0], rows.size() + 1,
              columns.length);
          System.exit(65);
        }
        bytes += columns[3].getBytes(StandardCharsets.UTF_8).length + columns[4].getBytes(StandardCharsets.UTF_8).length;
        rows.add(new String[] {columns[0], columns[1], columns[2], columns[3] + "\n" + columns[4]});
      }
    }
    long start = System.nanoTime(), filled;
    IndexWriterConfig config = new IndexWriterConfig(analyzer()).setRAMBufferSizeMB(1900).setUseCompoundFile(false);
    try (FSDirectory directory = FSDirectory.open(path); IndexWriter writer = new IndexWriter(directory, config)) {
      for (String[] row : rows) {
        Document document = new Document();
        document.add(new StringField("id", row[0], Field.Store.YES));
        document.add(new StringField("country", row[1], Field.Store.NO));
        document.add(new StringField("lang", row[2], Field.Store.NO));
        document.add(new TextField("body", row[3], Field.Store.NO));
        writer.addDocument(document);
      }
      filled = System.nanoTime();
      writer.commit();
      writer.forceMerge(1);
      writer.commit();
    }
    long end = System.nanoTime(), size = 0;
    try (var files = Files.list(path)) {
      for (Path file : (Iterable<Path>) files::iterator) size += Files.size(file);
    }
    System.out.printf(Locale.ROOT, "RESULT {\"peer\":\"lucene\",\"version\":\"%s ICUTokenizer, jdk %s\",\"phase\":\"texts\","
            + "\"documents\":%d,\"megabytes\":%.3f,\"threads\":1,\"build_seconds\":%.3f,\"commit_seconds\":%.3f,"
            + "\"segments\":1,\"index_megabytes\":%.3f}%n",
        Version.LATEST, System.getProperty("java.version"), rows.size(), bytes / 1e6, (end - start) / 1e9,
        (end - filled) / 1e9, size / 1e6);
  }
}
