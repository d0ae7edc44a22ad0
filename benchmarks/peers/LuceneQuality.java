import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.Version;

/**
 * DOCUMENTS.tsv QUESTIONS.tsv RUN.tsv: answers questions (id, language, text) from documents (id, language, text), each
 * analysed by Lucene's own analyzer of its language; BM25 with Lucene's defaults; 100 answers, in TREC's form.
 */
public class LuceneQuality {
  static final int DEPTH = 100;
  /**
   * Folder and name of Lucene's analyzers by language; others get the standard one, Thai too: the Java from the Python
   * Package Index has no segmentation of Thai, which Lucene's analyzer of it asks for.
   */
  static final Map<String, String> ANALYZERS = Map.ofEntries(
      Map.entry("ar", "ar.Arabic"), Map.entry("bg", "bg.Bulgarian"), Map.entry("bn", "bn.Bengali"),
      Map.entry("ca", "ca.Catalan"), Map.entry("cs", "cz.Czech"), Map.entry("da", "da.Danish"),
      Map.entry("de", "de.German"), Map.entry("el", "el.Greek"), Map.entry("en", "en.English"),
      Map.entry("es", "es.Spanish"), Map.entry("et", "et.Estonian"), Map.entry("fi", "fi.Finnish"),
      Map.entry("fr", "fr.French"), Map.entry("hu", "hu.Hungarian"), Map.entry("id", "id.Indonesian"),
      Map.entry("it", "it.Italian"), Map.entry("ja", "cjk.CJK"), Map.entry("ko", "cjk.CJK"),
      Map.entry("lt", "lt.Lithuanian"), Map.entry("lv", "lv.Latvian"), Map.entry("nb", "no.Norwegian"),
      Map.entry("nl", "nl.Dutch"), Map.entry("no", "no.Norwegian"), Map.entry("pt", "pt.Portuguese"),
      Map.entry("ro", "ro.Romanian"), Map.entry("ru", "ru.Russian"), Map.entry("sv", "sv.Swedish"),
      Map.entry("tr", "tr.Turkish"), Map.entry("zh", "cjk.CJK"));

  final Map<String, Analyzer> analyzers = new HashMap<>();

  Analyzer analyzer(String language) {
    return analyzers.computeIfAbsent(language.split("-")[0], primary -> {
      String name = ANALYZERS.get(primary);
      String type = name == null ? "standard.Standard" : name;
      try {
        return (Analyzer) Class.forName("org.apache.lucene.analysis." + type + "Analyzer").getConstructor().newInstance();
      } catch (ReflectiveOperationException error) {
        throw new IllegalStateException("no analyzer of " + primary, error);
      }
    });
  }

  static List<String[]> rows(String path) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(Paths.get(path))) {
      for (String line; (line = reader.readLine()) != null; ) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 3) {
          System.err.printf("%s:%d: %d columns in place of 3%n", path, rows.size() + 1, columns.length);
          System.exit(65);
        }
        rows.add(columns);
      }
    }
    return rows;
  }

  BooleanQuery query(String language, String text) throws IOException {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    try (TokenStream tokens = analyzer(language).tokenStream("body", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        builder.add(new TermQuery(new Term("body", term.toString())), Occur.SHOULD);
      }
      tokens.end();
    }
    return builder.build();
  }

  public static void main(String[] arguments) throws IOException {
    LuceneQuality bench = new LuceneQuality();
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        PrintWriter run = new PrintWriter(arguments[2], StandardCharsets.UTF_8)) {
      IndexWriterConfig config = new IndexWriterConfig(bench.analyzer("und"));
      int documents = 0;
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (String[] row : rows(arguments[0])) {
          Document document = new Document();
          document.add(new StringField("id", row[0], Field.Store.YES));
          document.add(new TextField("body", bench.analyzer(row[1]).tokenStream("body", row[2])));
          writer.addDocument(document);
          documents++;
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity());
        var stored = searcher.storedFields();
        for (String[] row : rows(arguments[1])) {
          ScoreDoc[] found = searcher.search(bench.query(row[1], row[2]), DEPTH).scoreDocs;
          for (int rank = 0; rank < found.length; rank++) {
            run.printf(Locale.ROOT, "%s\tQ0\t%s\t%d\t%d\tlucene%n", row[0], stored.document(found[rank].doc).get("id"),
                rank + 1, -rank - 1);
          }
        }
      }
      System.out.printf("RESULT {\"peer\":\"lucene\",\"version\":\"%s\",\"documents\":%d}%n", Version.LATEST, documents);
    }
  }
}
