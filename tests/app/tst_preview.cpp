// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <catalogue/preview.h>

#include <QBuffer>
#include <QPainter>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

namespace {

QByteArray png(QSize size, QColor color = Qt::red)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

class TestPreview : public QObject
{
    Q_OBJECT

private:
    Preview read(const QByteArray &name) const
    {
        return readPreview(m_place->path(name), {100, 100}, [] { return false; });
    }
    Preview readContent(const QByteArray &name, const QByteArray &content) const
    {
        return m_place->addFile(name, content) ? read(name) : Preview();
    }

    std::unique_ptr<SampleFolder> m_place;

private Q_SLOTS:
    void init() { m_place = std::make_unique<SampleFolder>(); }
    void facts_comeFromTheSystem();
    void text_isDecodedAsItsWriterMeantIt_data();
    void text_isDecodedAsItsWriterMeantIt();
    void text_isCutWhereItGetsLong();
    void text_cutWithinALetterStaysText();
    void binary_isNotShownAsText();
    void emptyFile_saysSo();
    void picture_isScaledDownAndKeepsItsShape();
    void smallPicture_isNotBlownUp();
    void brokenPicture_saysSo();
    void pictureLargerThanMemoryAllows_saysSo();
    void drawing_isShown();
    void drawingThatCouldGrowWithoutEnd_isNotOpened_data();
    void drawingThatCouldGrowWithoutEnd_isNotOpened();
    void pipeSocketAndDevice_areNeverOpened();
    void link_tellsItsTargetAndIsNotFollowed();
    void vanishedFile_saysSo();
    void unreadableFile_saysSoAndKeepsItsFacts();
    void nameThatIsNotUtf8_isRead();
    void fileOfTheSystem_thatClaimsToBeEmptyIsRead();
    void canceled_readsNoContent();
};

void TestPreview::facts_comeFromTheSystem()
{
    QVERIFY(m_place->addFile("a.txt", "12345"));
    QVERIFY(m_place->setMode("a.txt", 04640));
    const timespec times[2] = {{1'000'000, 0}, {1'600'000'000, 0}};
    QCOMPARE(::utimensat(AT_FDCWD, m_place->path("a.txt").constData(), times, 0), 0);
    const Preview preview = read("a.txt");
    QCOMPARE(preview.size, 5);
    QCOMPARE(preview.modified, 1'600'000'000'000);
    QVERIFY(preview.changed > preview.modified);
    QCOMPARE(preview.mimeType, u"text/plain"_s);
    QVERIFY(!preview.type.isEmpty());
    QCOMPARE(preview.rights, u"rwSr-----"_s);
    QVERIFY(preview.owner.contains(u" : "_s));
    QVERIFY(preview.note.isEmpty());
}

void TestPreview::text_isDecodedAsItsWriterMeantIt_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("lines");
    const QStringList lines{u"<b>ä</b>"_s, u"two"_s};
    QTest::newRow("UTF-8") << QByteArray("<b>\xc3\xa4</b>\ntwo\n") << lines;
    QTest::newRow("UTF-8 with a mark, DOS line ends")
        << QByteArray("\xef\xbb\xbf<b>\xc3\xa4</b>\r\ntwo") << lines;
    QTest::newRow("Latin-1") << QByteArray("<b>\xe4</b>\ntwo\n") << lines;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe<\0b\0>\0\xe4\0<\0/\0b\0>\0\n\0t\0w\0o\0", 26) << lines;
    QTest::newRow("empty lines and tabs") << QByteArray("\n\tx\n") << QStringList{u""_s, u"    x"_s};
}

void TestPreview::text_isDecodedAsItsWriterMeantIt()
{
    QFETCH(const QByteArray, content);
    const Preview preview = readContent("note.txt", content);
    QCOMPARE(preview.content, Preview::Text);
    QTEST(preview.lines, "lines");
    QVERIFY(!preview.isCut);
}

void TestPreview::text_isCutWhereItGetsLong()
{
    const Preview wide = readContent("wide.txt", QByteArray(1'000'000, 'w'));
    QCOMPARE(wide.lines.size(), 1);
    QVERIFY(wide.lines.first().size() < 500);
    QVERIFY(wide.isCut);
    const Preview tall = readContent("tall.txt", QByteArray(5000, '\n'));
    QCOMPARE(tall.lines.size(), 1000);
    QVERIFY(tall.isCut);
}

void TestPreview::text_cutWithinALetterStaysText()
{
    for (int shift = 0; shift < 3; ++shift) {
        QByteArray content(shift, 'x');
        for (int i = 0; i < 40'000; ++i)
            content += "\xe2\x82\xac"; // the euro sign: three bytes
        const Preview preview = readContent("euro.txt", content);
        QCOMPARE(preview.content, Preview::Text);
        QVERIFY(preview.lines.first().contains(u'\u20ac'));
        QVERIFY(!preview.lines.first().contains(QChar(QChar::ReplacementCharacter)));
    }
}

void TestPreview::binary_isNotShownAsText()
{
    const Preview preview = readContent("program",
                                        QByteArray("\x7f"
                                                   "ELF\0\1\2\3abc",
                                                   11));
    QCOMPARE(preview.content, Preview::None);
    QVERIFY(preview.lines.isEmpty());
    QVERIFY(!preview.note.isEmpty());
}

void TestPreview::emptyFile_saysSo()
{
    const Preview preview = readContent("empty", {});
    QCOMPARE(preview.content, Preview::None);
    QVERIFY(preview.note.contains(u"empty"_s));
}

void TestPreview::picture_isScaledDownAndKeepsItsShape()
{
    const Preview preview = readContent("wide.png", png({400, 200}));
    QCOMPARE(preview.content, Preview::Picture);
    QCOMPARE(preview.picture.size(), QSize(100, 50));
    QCOMPARE(preview.pictureSize, QSize(400, 200));
    QCOMPARE(preview.picture.pixelColor(50, 25), QColor(Qt::red));
    QCOMPARE(readContent("thin.png", png({4000, 2})).picture.size(), QSize(100, 1));
}

void TestPreview::smallPicture_isNotBlownUp()
{
    QCOMPARE(readContent("dot.png", png({3, 3})).picture.size(), QSize(3, 3));
}

void TestPreview::brokenPicture_saysSo()
{
    const Preview preview = readContent("broken.png", png({400, 200}).left(60));
    QCOMPARE(preview.content, Preview::None);
    QVERIFY(!preview.note.isEmpty());
    QVERIFY(preview.picture.isNull());
}

void TestPreview::pictureLargerThanMemoryAllows_saysSo()
{
    QByteArray bomb = png({10, 10});
    bomb.replace(16, 8, QByteArray("\0\1\0\0\0\1\0\0", 8)); // 65,536 by 65,536, with a wrong checksum
    const Preview preview = readContent("bomb.png", bomb);
    QCOMPARE(preview.content, Preview::None);
    QVERIFY(!preview.note.isEmpty());
}

void TestPreview::drawing_isShown()
{
    const Preview preview = readContent(
        "d.svg",
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#00f"/></svg>)");
    QCOMPARE(preview.content, Preview::Picture);
    QCOMPARE(preview.picture.size(), QSize(100, 50));
    QCOMPARE(preview.picture.pixelColor(50, 25), QColor(Qt::blue));
}

void TestPreview::drawingThatCouldGrowWithoutEnd_isNotOpened_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray head = R"(<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">)";
    QTest::newRow("entities") << R"(<!DOCTYPE svg [<!ENTITY a "aaaa">]>)" + head + "</svg>";
    QTest::newRow("large") << head + QByteArray(2'000'000, ' ') + "</svg>";
}

void TestPreview::drawingThatCouldGrowWithoutEnd_isNotOpened()
{
    QFETCH(const QByteArray, content);
    const Preview preview = readContent("d.svg", content);
    QVERIFY(preview.content != Preview::Picture);
    QVERIFY(!preview.note.isEmpty());
}

void TestPreview::pipeSocketAndDevice_areNeverOpened()
{
    QCOMPARE(::mkfifo(m_place->path("pipe").constData(), 0644), 0);
    const Preview pipe = read("pipe");
    QVERIFY(!pipe.note.isEmpty());
    QVERIFY(!pipe.type.isEmpty());
    const Preview device = readPreview("/dev/zero", {100, 100}, [] { return false; });
    QVERIFY(!device.note.isEmpty());
    QCOMPARE(device.content, Preview::None);
}

void TestPreview::link_tellsItsTargetAndIsNotFollowed()
{
    QVERIFY(m_place->addFile("file", "secret"));
    QVERIFY(m_place->addLink("link", "file"));
    QVERIFY(m_place->addLink("nowhere", "/no/such\nplace"));
    const Preview preview = read("link");
    QCOMPARE(preview.linkTarget, u"file"_s);
    QCOMPARE(preview.content, Preview::None);
    QCOMPARE(read("nowhere").linkTarget, u"/no/such\nplace"_s);
}

void TestPreview::vanishedFile_saysSo()
{
    const Preview preview = read("gone");
    QVERIFY(!preview.note.isEmpty());
    QCOMPARE(preview.size, -1);
    QVERIFY(!readPreview({}, {100, 100}, [] { return false; }).note.isEmpty());
}

void TestPreview::unreadableFile_saysSoAndKeepsItsFacts()
{
    QVERIFY(m_place->addFile("shut.txt", "secret"));
    QVERIFY(m_place->setMode("shut.txt", 0));
    const AsNobody nobody;
    const Preview preview = read("shut.txt");
    QVERIFY(!preview.note.isEmpty());
    QCOMPARE(preview.size, 6);
    QCOMPARE(preview.content, Preview::None);
}

void TestPreview::nameThatIsNotUtf8_isRead()
{
    QCOMPARE(readContent("a\xff.txt", "hello").lines, QStringList{u"hello"_s});
}

void TestPreview::fileOfTheSystem_thatClaimsToBeEmptyIsRead()
{
    if (!QFile::exists(u"/proc/self/status"_s))
        QSKIP("needs /proc");
    const Preview preview = readPreview("/proc/self/status", {100, 100}, [] { return false; });
    QCOMPARE(preview.content, Preview::Text);
}

void TestPreview::canceled_readsNoContent()
{
    QVERIFY(m_place->addFile("a.txt", "12345"));
    const Preview preview = readPreview(m_place->path("a.txt"), {100, 100}, [] { return true; });
    QCOMPARE(preview.size, 5);
    QCOMPARE(preview.content, Preview::None);
    QVERIFY(preview.lines.isEmpty());
}

QTEST_GUILESS_MAIN(TestPreview)
#include "tst_preview.moc"
