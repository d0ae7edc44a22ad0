import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
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
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Version;

/**
 * index CORPUS.tsv DIR [THREADS] | search DIR QUERIES.tsv FOUND.tsv TIMES.tsv WARM ROUNDS
 * | throughput DIR QUERIES.tsv THREADS SECONDS
 */
public class LuceneBench {
  interface Ask {
    void ask(Query query) throws IOException;
  }

  record Question(String id, String kind, Query query) {}

  static String[] columns(String path, int number, String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 4) {
      System.err.printf("%s:%d: %d columns in place of 4; make the file again%n", path, number, columns.length);
      System.exit(65);
    }
    return columns;
  }

  static List<String[]> rows(String path) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(Paths.get(path))) {
      for (String line; (line = reader.readLine()) != null; ) rows.add(columns(path, rows.size() + 1, line));
    }
    return rows;
  }

  static BooleanQuery.Builder all(String[] terms, Occur occur) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (String term : terms) builder.add(new TermQuery(new Term("body", term)), occur);
    return builder;
  }

  static Query query(String kind, String[] terms, String operand) {
    switch (kind) {
      case "term": return new TermQuery(new Term("body", terms[0]));
      case "and": return all(terms, Occur.MUST).build();
      case "or2": case "or3": case "or6": return all(terms, Occur.SHOULD).build();
      case "phrase": {
        PhraseQuery.Builder builder = new PhraseQuery.Builder();
        for (String term : terms) builder.add(new Term("body", term));
        return builder.build();
      }
      case "not":
        return all(terms, Occur.SHOULD).add(new TermQuery(new Term("body", operand)), Occur.MUST_NOT).build();
      case "country": case "lang":
        // Without the minimum a document of the filter alone would match with score 0.
        return all(terms, Occur.SHOULD).setMinimumNumberShouldMatch(1)
            .add(new TermQuery(new Term(kind, operand)), Occur.FILTER).build();
      default: return null;
    }
  }

  static List<Question> questions(String path) throws IOException {
    List<Question> questions = new ArrayList<>();
    for (String[] row : rows(path)) {
      Query query = query(row[1], row[2].split(" "), row[3]);
      if (query != null) questions.add(new Question(row[0], row[1], query));
    }
    return questions;
  }

  /** Says that the next round is ready, and waits until it may begin: programs that are compared take turns. */
  static void awaitTurn() throws IOException {
    System.out.println("TURN");
    System.out.flush();
    for (int read; (read = System.in.read()) != '\n' && read >= 0; ) {}
  }

  /**
   * Median microseconds of each question in each way of asking; every round in an order of its own. A turn begins with an
   * uncounted round of each way, because another program had the caches before it.
   */
  static double[][] times(List<Question> questions, List<Ask> ways, int warm, int measured, boolean inTurns)
      throws IOException {
    double[][][] times = new double[ways.size()][questions.size()][measured];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) order.add(i);
    for (int round = 0; round < warm + measured; round++) {
      boolean isTurn = inTurns && round >= warm;
      if (isTurn) awaitTurn();
      for (int way = 0; way < ways.size(); way++) {
        if (isTurn) {
          Collections.shuffle(order, new Random(-round));
          for (int i : order) ways.get(way).ask(questions.get(i).query());
        }
        Collections.shuffle(order, new Random(round + 1));
        for (int i : order) {
          long start = System.nanoTime();
          ways.get(way).ask(questions.get(i).query());
          long elapsed = System.nanoTime() - start;
          if (round >= warm) times[way][i][round - warm] = elapsed / 1000.0;
        }
      }
    }
    double[][] medians = new double[ways.size()][questions.size()];
    for (int way = 0; way < ways.size(); way++) {
      for (int i = 0; i < questions.size(); i++) {
        Arrays.sort(times[way][i]);
        medians[way][i] = times[way][i][measured / 2];
      }
    }
    return medians;
  }

  static double percentile(double[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }

  static String summary(List<Question> questions, double[] times) {
    Map<String, List<Double>> kinds = new LinkedHashMap<>();
    for (int i = 0; i < times.length; i++) {
      kinds.computeIfAbsent(questions.get(i).kind(), kind -> new ArrayList<>()).add(times[i]);
    }
    List<String> parts = new ArrayList<>();
    for (var kind : kinds.entrySet()) {
      double[] v = kind.getValue().stream().mapToDouble(d -> d).sorted().toArray();
      parts.add(String.format(Locale.ROOT, "\"%s\":{\"n\":%d,\"p50\":%.3f,\"p95\":%.3f,\"p99\":%.3f,\"mean\":%.3f}",
          kind.getKey(), v.length, percentile(v, 0.50), percentile(v, 0.95), percentile(v, 0.99),
          Arrays.stream(v).average().getAsDouble()));
    }
    return "{" + String.join(",", parts) + "}";
  }

  static void writeTimes(String path, List<Question> questions, double[] times) throws IOException {
    try (PrintWriter writer = new PrintWriter(path, StandardCharsets.UTF_8)) {
      for (int i = 0; i < times.length; i++) {
        writer.printf(Locale.ROOT, "%s\t%s\t%.3f\n", questions.get(i).id(), questions.get(i).kind(), times[i]);
      }
    }
  }

  static void index(String corpus, String folder, int threads) throws Exception {
    Path path = Paths.get(folder);
    if (Files.exists(path)) {
      try (var files = Files.walk(path)) {
        for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) Files.delete(file);
      }
    }
    List<String[]> rows = rows(corpus);
    long bytes = 0;
    for (String[] row : rows) bytes += row[3].getBytes(StandardCharsets.UTF_8).length;
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer(255)).setRAMBufferSizeMB(1900)
        .setSimilarity(new BM25Similarity(1.2f, 0.75f)).setUseCompoundFile(false);
    long start = System.nanoTime(), filled, end;
    int segments;
    try (FSDirectory directory = MMapDirectory.open(path); IndexWriter writer = new IndexWriter(directory, config)) {
      AtomicInteger next = new AtomicInteger();
      List<Thread> workers = new ArrayList<>();
      for (int worker = 0; worker < threads; worker++) {
        Thread thread = new Thread(() -> {
          try {
            for (int i; (i = next.getAndIncrement()) < rows.size(); ) {
              String[] row = rows.get(i);
              Document document = new Document();
              document.add(new StringField("id", row[0], Field.Store.YES));
              document.add(new StringField("country", row[1], Field.Store.NO));
              document.add(new StringField("lang", row[2], Field.Store.NO));
              document.add(new TextField("body", row[3], Field.Store.NO));
              writer.addDocument(document);
            }
          } catch (IOException error) {
            throw new java.io.UncheckedIOException(error);
          }
        });
        thread.start();
        workers.add(thread);
      }
      for (Thread worker : workers) worker.join();
      filled = System.nanoTime();
      writer.commit();
      writer.forceMerge(1);
      writer.commit();
      end = System.nanoTime();
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        segments = reader.leaves().size();
        if (reader.numDocs() != rows.size()) throw new IllegalStateException("documents are missing in " + folder);
      }
    }
    long size = 0;
    try (var files = Files.list(path)) {
      for (Path file : (Iterable<Path>) files::iterator) size += Files.size(file);
    }
    System.out.printf(Locale.ROOT, "RESULT {\"peer\":\"lucene\",\"version\":\"%s jdk %s\",\"phase\":\"index\","
            + "\"documents\":%d,\"megabytes\":%.3f,\"threads\":%d,\"build_seconds\":%.3f,\"commit_seconds\":%.3f,"
            + "\"segments\":%d,\"index_megabytes\":%.3f}%n",
        Version.LATEST, System.getProperty("java.version"), rows.size(), bytes / 1e6, threads, (end - start) / 1e9,
        (end - filled) / 1e9, segments, size / 1e6);
  }

  static IndexSearcher searcher(DirectoryReader reader) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    searcher.setQueryCache(null);
    return searcher;
  }

  /** Counts hits to 10 only, so that Lucene may prune as early as it can. */
  static TopDocs top(IndexSearcher searcher, Query query) throws IOException {
    return searcher.search(query, new TopScoreDocCollectorManager(10, null, 10));
  }

  static void search(String folder, String path, String found, String timesPath, int warm, int measured)
      throws IOException {
    try (FSDirectory directory = MMapDirectory.open(Paths.get(folder));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = searcher(reader);
      List<Question> questions = questions(path);
      // At first everything is interpreted: nothing is measured before the compiler has seen all kinds often.
      List<Ask> ways = List.of(query -> top(searcher, query), query -> searcher.search(query, 10));
      double[][] medians = times(questions, ways, Math.max(10, warm), measured, true);
      double[] pruned = medians[0], counted = medians[1];
      List<Question> nothing = new ArrayList<>();
      for (int i = 0; i < 200; i++) nothing.add(new Question("e" + i, "empty", new MatchNoDocsQuery()));
      double[] empty = times(nothing, ways.subList(0, 1), 20, 9, false)[0];
      Arrays.sort(empty);
      writeTimes(timesPath, questions, pruned);
      writeTimes(timesPath.replaceFirst("(\\.[^./]*)?$", "-counted$1"), questions, counted);
      try (PrintWriter writer = new PrintWriter(found, StandardCharsets.UTF_8)) {
        for (Question question : questions) {
          int rank = 0;
          for (ScoreDoc hit : top(searcher, question.query()).scoreDocs) {
            writer.printf(Locale.ROOT, "%s\t%s\t%s\t%d\t%s\n", question.id(), question.kind(),
                searcher.storedFields().document(hit.doc).get("id"), rank++, Float.toString(hit.score));
          }
        }
      }
      System.out.printf(Locale.ROOT, "RESULT {\"peer\":\"lucene\",\"version\":\"%s jdk %s\",\"phase\":\"search\","
              + "\"segments\":%d,\"documents\":%d,\"overhead_us\":%.3f,\"kinds\":%s,\"kinds_by_setting\":{\"counted\":%s}}%n",
          Version.LATEST, System.getProperty("java.version"), reader.leaves().size(), reader.numDocs(),
          empty[empty.length / 2], summary(questions, pruned), summary(questions, counted));
    }
  }

  /** Answers a second while the threads take questions in turn from one counter. */
  static double rate(IndexSearcher searcher, List<Question> questions, int threads, double seconds) throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<Thread> workers = new ArrayList<>();
    long start = System.nanoTime(), deadline = start + (long) (seconds * 1e9);
    for (int worker = 0; worker < threads; worker++) {
      Thread thread = new Thread(() -> {
        try {
          while (System.nanoTime() < deadline) {
            top(searcher, questions.get(Math.floorMod(next.getAndIncrement(), questions.size())).query());
          }
        } catch (IOException error) {
          throw new java.io.UncheckedIOException(error);
        }
      });
      thread.start();
      workers.add(thread);
    }
    for (Thread worker : workers) worker.join();
    return next.get() / ((System.nanoTime() - start) / 1e9);
  }

  static void throughput(String folder, String path, int threads, double seconds) throws Exception {
    try (FSDirectory directory = MMapDirectory.open(Paths.get(folder));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = searcher(reader);
      Map<String, List<Question>> kinds = new LinkedHashMap<>();
      List<Question> all = questions(path);
      for (Question question : all) kinds.computeIfAbsent(question.kind(), kind -> new ArrayList<>()).add(question);
      // The compiler must have seen every kind, often, before the first is measured.
      rate(searcher, all, threads, 15 * seconds);
      List<String> parts = new ArrayList<>();
      for (var kind : kinds.entrySet()) {
        rate(searcher, kind.getValue(), threads, seconds / 2);
        parts.add(String.format(Locale.ROOT, "\"%s\":%.1f", kind.getKey(), rate(searcher, kind.getValue(), threads, seconds)));
      }
      System.out.printf(Locale.ROOT, "RESULT {\"peer\":\"lucene\",\"phase\":\"throughput\",\"threads\":%d,\"documents\":%d,"
          + "\"qps\":{%s}}%n", threads, reader.numDocs(), String.join(",", parts));
    }
  }

  public static void main(String[] a) throws Exception {
    switch (a[0]) {
      case "index" -> index(a[1], a[2], a.length > 3 ? Integer.parseInt(a[3]) : 1);
      case "search" -> search(a[1], a[2], a[3], a[4], Integer.parseInt(a[5]), Integer.parseInt(a[6]));
      case "throughput" -> throughput(a[1], a[2], Integer.parseInt(a[3]), Double.parseDouble(a[4]));
      default -> throw new IllegalArgumentException("index, search or throughput, not " + a[0]);
    }
  }
}
