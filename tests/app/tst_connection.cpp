// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <catalogue/catalogue.h>
#include <catalogue/catalogueerror.h>
#include <catalogue/connection.h>

#include <QSemaphore>
#include <QSqlDatabase>
#include <QTest>
#include <QVariant>

#include <thread>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

namespace {

/// What opening \a file for \a access says; none if it opens.
std::optional<CatalogueError> failure(const QString &file, Connection::Access access)
{
    try {
        const Connection connection(file, access);
    } catch (const CatalogueError &error) {
        return error;
    }
    return std::nullopt;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void missingFile_isMadeWithItsFolder();
    void connection_leavesNothingBehind();
    void damagedFile_isReportedAndNotTouched_data();
    void damagedFile_isReportedAndNotTouched();
    void moveAside_keepsTheDamagedFileAndMakesRoom();
    void otherProgramsDatabase_isReportedAndNotTouched();
    void newerVersion_isReportedAndNotTouched();
    void unreachablePlace_isReported();
    void folderInsteadOfFile_isReported();
    void readOnlyPlace_isReportedForWritingAndStillRead();
    void writer_thatWaitsTooLongIsTold();
    void reader_seesWhatWasCommittedWhileAWriterIsAtWork();
    void twoThreads_makeTheSameFileAtOnce();
    void reader_ofANewFileDoesNotWaitForItsWriter();
    void newFile_thatIsHeldForAWhileIsWaitedFor_data();
    void newFile_thatIsHeldForAWhileIsWaitedFor();
    void message_saysWhatToDo();
};

void TestConnection::missingFile_isMadeWithItsFolder()
{
    const SampleFolder folder;
    const QString file = folder.textPath(u"new/deeper/catalogue.sqlite"_s);
    const Connection connection(file, Connection::Read);
    QCOMPARE(connection.value(u"SELECT count(*) FROM entries"_s).toInt(), 0);
    QCOMPARE(connection.value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
}

void TestConnection::connection_leavesNothingBehind()
{
    const SampleFolder folder;
    {
        const Connection connection(folder.textPath(u"c.sqlite"_s), Connection::Write);
        QCOMPARE(QSqlDatabase::connectionNames().size(), 1);
    }
    QVERIFY(failure(u"/dev/null/no.sqlite"_s, Connection::Read));
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void TestConnection::damagedFile_isReportedAndNotTouched_data()
{
    QTest::addColumn<bool>("broken");
    QTest::newRow("not a database") << false;
    QTest::newRow("a database with a broken first page") << true;
}

void TestConnection::damagedFile_isReportedAndNotTouched()
{
    QFETCH(const bool, broken);
    const SampleFolder folder;
    const QString file = folder.textPath(u"c.sqlite"_s);
    QByteArray content = "This is a letter to my aunt, and no database at all.\n" + QByteArray(5000, 'x');
    if (broken) {
        QVERIFY(!failure(file, Connection::Write));
        content = contentOf(file);
        content.replace(100, 400, QByteArray(400, '\x7f'));
    }
    QVERIFY(folder.addFile("c.sqlite", content));
    for (const auto access : {Connection::Read, Connection::Write}) {
        const auto error = failure(file, access);
        QVERIFY(error);
        QCOMPARE(error->kind(), CatalogueError::Damaged);
    }
    QCOMPARE(contentOf(file), content);
}

void TestConnection::moveAside_keepsTheDamagedFileAndMakesRoom()
{
    const SampleFolder folder;
    const QString file = folder.textPath(u"c.sqlite"_s);
    QSet<QString> kept;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(folder.addFile("c.sqlite", "damaged"));
        QVERIFY(failure(file, Connection::Read));
        QVERIFY(folder.addFile("c.sqlite-wal", "journal"));
        const QString moved = moveCatalogueAside(file);
        QCOMPARE(contentOf(moved), "damaged");
        QCOMPARE(contentOf(moved % u"-wal"), "journal");
        kept.insert(moved);
        QVERIFY(!failure(file, Connection::Write));
    }
    QCOMPARE(kept.size(), 3);
}

void TestConnection::otherProgramsDatabase_isReportedAndNotTouched()
{
    const SampleFolder folder;
    const QString file = folder.textPath(u"theirs.sqlite"_s);
    {
        QSqlDatabase theirs = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"theirs"_s);
        theirs.setDatabaseName(file);
        QVERIFY(theirs.open());
        QSqlQuery(theirs).exec(u"CREATE TABLE bookmarks (url TEXT)"_s);
    }
    QSqlDatabase::removeDatabase(u"theirs"_s);
    const QByteArray before = contentOf(file);
    const auto error = failure(file, Connection::Write);
    QVERIFY(error);
    QCOMPARE(error->kind(), CatalogueError::Foreign);
    QCOMPARE(contentOf(file), before);
}

void TestConnection::newerVersion_isReportedAndNotTouched()
{
    const SampleFolder folder;
    const QString file = folder.textPath(u"c.sqlite"_s);
    Connection(file, Connection::Write).value(u"PRAGMA user_version = 99"_s);
    const auto error = failure(file, Connection::Write);
    QVERIFY(error);
    QCOMPARE(error->kind(), CatalogueError::Foreign);
}

void TestConnection::unreachablePlace_isReported()
{
    const auto error = failure(u"/dev/null/c.sqlite"_s, Connection::Write);
    QVERIFY(error);
    QCOMPARE(error->kind(), CatalogueError::Unreachable);
}

void TestConnection::folderInsteadOfFile_isReported()
{
    const SampleFolder folder;
    QVERIFY(folder.addFolder("c.sqlite"));
    const auto error = failure(folder.textPath(u"c.sqlite"_s), Connection::Read);
    QVERIFY(error);
    QCOMPARE(error->kind(), CatalogueError::Unreachable);
}

void TestConnection::readOnlyPlace_isReportedForWritingAndStillRead()
{
    const SampleFolder folder;
    QVERIFY(folder.addFolder("place"));
    const QString file = folder.textPath(u"place/c.sqlite"_s);
    Connection(file, Connection::Write).value(u"INSERT INTO roots (path) VALUES ('/kept')"_s);
    QVERIFY(folder.setMode("place/c.sqlite", 0444));
    QVERIFY(folder.setMode("place", 0555));
    {
        const AsNobody nobody;
        const Connection reader(file, Connection::Read);
        QCOMPARE(reader.value(u"SELECT path FROM roots"_s).toString(), u"/kept"_s);

        const auto error = failure(file, Connection::Write);
        QVERIFY(error);
        QVERIFY(error->kind() == CatalogueError::ReadOnly || error->kind() == CatalogueError::Unreachable);
        const auto missing = failure(folder.textPath(u"place/new.sqlite"_s), Connection::Read);
        QVERIFY(missing);
        QCOMPARE(missing->kind(), CatalogueError::Unreachable);
    }
    QVERIFY(folder.setMode("place", 0755));
}

void TestConnection::writer_thatWaitsTooLongIsTold()
{
    const SampleFolder folder;
    const QString file = folder.textPath(u"c.sqlite"_s);
    const Connection first(file, Connection::Write);
    const Connection second(file, Connection::Write);
    second.value(u"PRAGMA busy_timeout = 1"_s);
    first.begin();
    try {
        second.begin();
        QFAIL("two writers at once");
    } catch (const CatalogueError &error) {
        QCOMPARE(error.kind(), CatalogueError::Busy);
    }
    first.rollback();
    second.begin();
    second.rollback();
}

void TestConnection::reader_seesWhatWasCommittedWhileAWriterIsAtWork()
{
    const SampleFolder folder;
    const QString file = folder.textPath(u"c.sqlite"_s);
    const Connection writer(file, Connection::Write);
    const Connection reader(file, Connection::Read);
    const auto seen = [&] { return reader.value(u"SELECT count(*) FROM roots"_s).toInt(); };
    writer.begin();
    writer.value(u"INSERT INTO roots (path) VALUES ('/a')"_s);
    QCOMPARE(seen(), 0);
    writer.commit();
    QCOMPARE(seen(), 1);
    QVERIFY_EXCEPTION_THROWN(reader.value(u"DELETE FROM roots"_s), CatalogueError);
}

void TestConnection::twoThreads_makeTheSameFileAtOnce()
{
    const SampleFolder folder;
    for (int round = 0; round < 20; ++round) {
        const QString file = folder.textPath(u"c%1.sqlite"_s.arg(round));
        QSemaphore gate;
        std::atomic<int> made{0};
        const auto make = [&] {
            gate.acquire();
            made += failure(file, Connection::Write) ? 0 : 1;
        };
        std::thread one(make);
        std::thread two(make);
        gate.release(2);
        one.join();
        two.join();
        QCOMPARE(made.load(), 2);
    }
}

void TestConnection::reader_ofANewFileDoesNotWaitForItsWriter()
{
    const SampleFolder folder;
    for (int round = 0; round < 20; ++round) {
        const QString file = folder.textPath(u"c%1.sqlite"_s.arg(round));
        QSemaphore gate;
        QSemaphore isRead;
        std::optional<CatalogueError> readFailure;
        std::thread writing([&] {
            gate.acquire();
            const Connection writer(file, Connection::Write);
            writer.begin();
            isRead.acquire();
            writer.rollback();
        });
        std::thread reading([&] {
            gate.acquire();
            readFailure = failure(file, Connection::Read);
            isRead.release();
        });
        gate.release(2);
        writing.join();
        reading.join();
        QVERIFY2(!readFailure, readFailure ? readFailure->what() : "");
    }
}

void TestConnection::newFile_thatIsHeldForAWhileIsWaitedFor_data()
{
    QTest::addColumn<Connection::Access>("access");
    QTest::newRow("to read") << Connection::Read;
    QTest::newRow("to write") << Connection::Write;
}

void TestConnection::newFile_thatIsHeldForAWhileIsWaitedFor()
{
    QFETCH(const Connection::Access, access);
    const SampleFolder folder;
    const QString file = folder.textPath(u"c.sqlite"_s);
    QSemaphore hasEnded;
    std::optional<CatalogueError> refusal;
    std::thread opening;
    {
        QSqlDatabase holder = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
        holder.setDatabaseName(file);
        QVERIFY(holder.open());
        QVERIFY(QSqlQuery(holder).exec(u"BEGIN EXCLUSIVE"_s)); // as another one does while it makes the tables
        opening = std::thread([&] {
            refusal = failure(file, access);
            hasEnded.release();
        });
        // Longer than one look takes, and far shorter than it has to wait.
        const bool isRefused = hasEnded.tryAcquire(1, 500);
        QSqlQuery(holder).exec(u"ROLLBACK"_s);
        opening.join();
        QVERIFY2(!isRefused, refusal ? refusal->what() : "it was opened");
    }
    QSqlDatabase::removeDatabase(u"holder"_s);
    QVERIFY2(!refusal, refusal ? refusal->what() : "");
}

void TestConnection::message_saysWhatToDo()
{
    for (int kind = CatalogueError::Unreachable; kind <= CatalogueError::Other; ++kind) {
        const CatalogueError error(CatalogueError::Kind(kind), u"/p/100%1\n.sqlite"_s, u"detail"_s);
        QVERIFY2(error.message().contains(u"100%1\u21B5"_s), error.what());
        QVERIFY(!error.message().contains(u'\n'));
        QCOMPARE(QString::fromUtf8(error.what()), error.message());
    }
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
