// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What becomes of the file of a trace.

#include "traceevents.h"

#include <aside/testing.h>
#include <aside/trace.h>

#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Aside;
using namespace Aside::Testing;
using namespace Test;

namespace {

Assigns nothing()
{
    return {};
}

#ifdef Q_OS_UNIX
/// While it lives, no file of this process gets larger.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};
#endif

} // namespace

class TestTraceFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_file;

    Events end()
    {
        stopTrace();
        return Events(m_file);
    }

private Q_SLOTS:
    void init()
    {
        setFrameBudget(1h);
        m_file = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".json"_s);
        QVERIFY(startTrace(m_file));
    }
    void cleanup()
    {
        setAsync(true);
        stopTrace();
        QVERIFY(settle());
    }

    void aFileThatCannotBeWrittenIsRefused()
    {
        QString error;
        QVERIFY(!startTrace(m_folder.filePath(u"no/such/folder.json"_s), &error));
        QVERIFY2(error.contains(u"no/such/folder.json"_s) && error.contains(u"ASIDE_TRACE"_s), qPrintable(error));
        QVERIFY(!isTracing());
        const Log log;
        QVERIFY(!startTrace(m_folder.filePath(u"no/such/folder.json"_s)));
        QVERIFY(log.contains(u"no/such/folder.json"_s));
    }

    void aFullDiskIsTold_data()
    {
        QTest::addColumn<bool>("later");
        QTest::newRow("at once, to the caller") << false;
        QTest::newRow("later, once, to the log") << true;
    }
    void aFullDiskIsTold()
    {
        QFETCH(const bool, later);
        if (!later) {
            if (!QFile::exists(u"/dev/full"_s))
                QSKIP("this system has no /dev/full");
            QString error;
            QVERIFY(!startTrace(u"/dev/full"_s, &error));
            QVERIFY2(error.contains(u"/dev/full"_s), qPrintable(error));
            QVERIFY(!isTracing());
            return;
        }
#ifdef Q_OS_UNIX
        const SmallDisk disk(8 * 1024);
        const Log log;
        ViewModel vm;
        for (int i = 0; i < 3000; ++i)
            vm.assignAsync(u"t"_s, &nothing, {.policy = Policy::Parallel});
        QVERIFY(waitForIdle(vm));
        QVERIFY(!isTracing());
        stopTrace();
        QCOMPARE(log.lines().filter(m_file).size(), 1);
#endif
    }

    void ofAnApplicationThatIsKilledTheFileLacksItsBracketOnly()
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ASIDE_TRACE"_s, m_file + u".child"_s);
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {u"--wait-to-be-killed"_s});
        QVERIFY(process.waitForReadyRead(int(std::chrono::milliseconds(deadline).count())));
        process.kill();
        QVERIFY(process.waitForFinished());
        const Events events(m_file + u".child"_s, "]");
        QCOMPARE(events.attempts(u"done"_s), QStringList{u"Ok @ Compute 1"_s});
        QCOMPARE(events.arrows(), QStringList{u"stf"_s});
    }

    void theEnvironmentStartsItAndTheEndOfTheApplicationCompletesIt()
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ASIDE_TRACE"_s, m_file + u".child"_s);
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {u"--leave-in-the-middle"_s});
        QVERIFY(process.waitForFinished());
        const Events events(m_file + u".child"_s);
        QCOMPARE(events.attempts(u"sleeper"_s), QStringList{u"Canceled @ Compute 1"_s});
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().contains(u"--wait-to-be-killed"_s)) {
        ViewModel vm;
        vm.assignAsync(u"done"_s, &nothing);
        const auto sayReady = [] {
            std::puts("ready");
            std::fflush(stdout);
        };
        // After the drain.
        QObject::connect(&vm, &ViewModel::taskFinished, &application, sayReady, Qt::QueuedConnection);
        return application.exec();
    }
    if (application.arguments().contains(u"--leave-in-the-middle"_s)) {
        ViewModel vm;
        const Gate began;
        vm.assignAsync(u"sleeper"_s, [began](TaskContext &context) {
            began.open();
            context.sleep(1h);
            return Assigns();
        });
        began.pass();
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
        return application.exec();
    }
    TestTraceFile test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_trace_file.moc"
