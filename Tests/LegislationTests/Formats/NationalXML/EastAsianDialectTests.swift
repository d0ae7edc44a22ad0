import Foundation
import Legislation
import Testing

@Suite("National XML of Japan, Korea and Taiwan")
struct EastAsianDialectTests {
    @Test("e-Gov: ruby is dropped, supplementary provisions do not count, the era gives the year")
    func japan() throws {
        let law = """
            <Law Era="Showa" Lang="ja" LawType="Act" Num="61" Year="57" PromulgateMonth="06" PromulgateDay="08"><LawNum>昭和五十七年法律第六十一号</LawNum>
            <LawBody><LawTitle>毒素法</LawTitle><TOC><TOCLabel>目次</TOCLabel></TOC><MainProvision><Chapter><ChapterTitle>第一章　総則</ChapterTitle>
            <Article Num="4_2"><ArticleCaption>（<Ruby>毀<Rt>き</Rt></Ruby>損の禁止）</ArticleCaption><ArticleTitle>第四条の二</ArticleTitle>
            <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>何人も、製造してはならない。</Sentence><Sentence>例外はない。</Sentence></ParagraphSentence></Paragraph>
            <Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>次のとおり。</Sentence></ParagraphSentence>
            <Item><ItemTitle>一</ItemTitle><ItemSentence><Column><Sentence>毒</Sentence></Column><Column><Sentence>薬</Sentence></Column></ItemSentence></Item></Paragraph></Article></Chapter></MainProvision>
            <SupplProvision AmendLawNum="平成元年法律第一号"><SupplProvisionLabel>附　則</SupplProvisionLabel><Article Num="1"><ArticleTitle>第一条</ArticleTitle>
            <Paragraph><ParagraphSentence><Sentence>施行する。</Sentence></ParagraphSentence></Paragraph></Article></SupplProvision>
            <AppdxTable><AppdxTableTitle>別表第一</AppdxTableTitle><TableStruct><Table><TableRow><TableColumn>水銀</TableColumn><TableColumn>一</TableColumn></TableRow></Table></TableStruct></AppdxTable>
            </LawBody></Law>
            """
        for text in [
            law,
            "<DataRoot><Result><Code>0</Code></Result><ApplData><LawFullText>\(law)</LawFullText></ApplData></DataRoot>",
        ] {
            let result = try read(text)
            #expect(result.laws.first?.title == "毒素法")
            #expect(result.laws.first?.enacted == "1982-06-08")
            #expect(result.provisions.map(\.eId) == ["art_4-2", "suppl_1__art_1", "sched_1"])
            #expect(result.provisions[0].heading == "毀損の禁止")
            #expect(result.provisions[0].path == ["第一章 総則"])
            #expect(result.provisions[0].text == "何人も、製造してはならない。例外はない。\n２ 次のとおり。\n一 毒 薬")
            #expect(result.provisions[1].path == ["附 則（平成元年法律第一号）"])
            #expect(result.provisions[2].text == "水銀 一")
            #expect(result.provisions.filter(\.isArticleOfBody).count == 1)
        }
    }

    @Test("Korea: headings of chapters among the articles, branch numbers, notes of amendments taken out")
    func korea() throws {
        let text = """
            <법령><기본정보><법령ID>001735</법령ID><공포일자>20200331</공포일자><공포번호>00498</공포번호><법종구분>법률</법종구분><법령명_한글>독소법</법령명_한글>
            <시행일자>20200401</시행일자><제개정구분>일부개정</제개정구분></기본정보><조문>
            <조문단위><조문번호>1</조문번호><조문여부>전문</조문여부><조문내용>제1장 총칙 &lt;개정 2011.12.2&gt;</조문내용></조문단위>
            <조문단위><조문번호>3</조문번호><조문가지번호>2</조문가지번호><조문여부>조문</조문여부><조문제목>정의</조문제목><조문내용>제3조의2(정의) 뜻은 다음과 같다.</조문내용>
            <항><호><호번호>1.</호번호><호내용>1.  독소 &lt;신설 2020.1.1&gt;</호내용></호></항><조문참고자료>[전문개정]</조문참고자료></조문단위></조문>
            <부칙><부칙단위><부칙공포번호>00498</부칙공포번호><부칙내용>부칙 &lt;제498호&gt;
              이 법은 시행한다.</부칙내용></부칙단위></부칙>
            <별표><별표단위><별표번호>0001</별표번호><별표가지번호>00</별표가지번호><별표구분>별표</별표구분><별표제목>목록</별표제목><별표내용>리신</별표내용></별표단위></별표>
            <제개정이유><제개정이유내용>이유</제개정이유내용></제개정이유></법령>
            """
        let result = try read(text)
        let law = try #require(result.laws.first)
        #expect(law.title == "독소법")
        #expect(law.number == "498")
        #expect(law.version == "2020-04-01")
        #expect(result.provisions.map(\.eId) == ["art_3-2", "text_suppl-00498", "sched_1"])
        #expect(result.provisions[0].number == "3의2")
        #expect(result.provisions[0].heading == "정의")
        #expect(result.provisions[0].path == ["제1장 총칙"])
        #expect(result.provisions[0].text == "뜻은 다음과 같다.\n1. 독소")
        #expect(result.provisions[1].text == "이 법은 시행한다.")
        #expect(result.provisions[1].path.isEmpty)
        #expect(result.provisions[2].heading == "별표 1 목록")
    }

    static let taiwan = """
        <法規><法規性質>法律</法規性質><法規名稱>毒素法</法規名稱><法規網址>https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=A1</法規網址>
        <最新異動日期>20230628</最新異動日期><廢止註記></廢止註記><沿革內容>1.中華民國三十三年十二月六日公布</沿革內容><法規內容><編章節>   第 一 章 總則</編章節>
        <條文><條號>第 9-1 條</條號><條文內容><![CDATA[不得製造
        毒素。
        一、蓖麻毒素。]]></條文內容></條文></法規內容></法規>
        """

    @Test("Taiwan: chapters among the articles; lines broken at a width are put together")
    func taiwan() throws {
        let result = try read(Self.taiwan)
        let law = try #require(result.laws.first)
        #expect(law.expression == "/akn/tw/act/1944/a1/zho-Hant@2023-06-28")
        #expect(law.status == .inForce)
        #expect(result.provisions.map(\.eId) == ["art_9-1"])
        #expect(result.provisions[0].path == ["第一章 總則"])
        #expect(result.provisions[0].text == "不得製造毒素。\n一、蓖麻毒素。")
    }

    @Test("Taiwan: English texts are translations; the whole collection is as many laws as it has")
    func collection() throws {
        let english = """
            <法規><法規性質>法律</法規性質><英文法規名稱>Toxins Act</英文法規名稱><中文法規名稱>毒素法</中文法規名稱>
            <法規網址>https://law.moj.gov.tw/Eng/LawClass/LawAll.aspx?pcode=B2</法規網址><廢止註記>廢</廢止註記><法規內容><條文><條號>Article 1</條號>
            <條文內容>No toxins.</條文內容></條文></法規內容></法規>
            """
        let result = try read("<LAWS UpdateDate=\"2024\">\(Self.taiwan)\(english)</LAWS>")
        #expect(result.laws.map(\.title) == ["毒素法", "Toxins Act"])
        #expect(result.laws.map(\.language.tag) == ["zh-Hant", "en"])
        #expect(result.laws[1].authenticity == .unofficialTranslation)
        #expect(result.laws[1].status == .repealed)
        #expect(result.provisions.map(\.eId) == ["art_9-1", "art_1"])
    }
}
