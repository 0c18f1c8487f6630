// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// M4: how a process leaves while runs wait for blocks, parts and futures. Each scenario is a process of
// its own: this program, started with `--child SCENARIO`. It prints what it tells, and its log goes to stderr.

#include "ways.h"

#include <QProcess>
#include <QPromise>
#include <QTimer>

#include <optional>
#include <thread>

using namespace Aside;
using namespace Test;

class TestQuitTalk : public QObject
{
    Q_OBJECT

private:
    QString m_said;
    QString m_logged;

    bool leave(const QString &scenario)
    {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--child"_s, scenario});
        if (!child.waitForFinished(int(std::chrono::milliseconds(2 * deadline).count()))) {
            child.kill();
            child.waitForFinished();
            return false;
        }
        m_said = QString::fromUtf8(child.readAllStandardOutput());
        m_logged = QString::fromUtf8(child.readAllStandardError());
        if (child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0)
            qInfo().noquote() << child.exitCode() << m_logged;
        return child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
    }

private Q_SLOTS:
    void quit_leavesCleanlyWhileRunsWait_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("said");
        QTest::newRow("for blocks") << u"blocks"_s << u"Canceled 10, 0 called"_s;
        QTest::newRow("for blocks, again and again") << u"stubborn"_s << u"Canceled 10, 0 called"_s;
        QTest::newRow("for blocks of a ViewModel that dies") << u"dies"_s << u"gone 10"_s;
        QTest::newRow("for blocks, detached") << u"detached"_s << u"gone 10"_s;
        QTest::newRow("for blocks on another thread") << u"thread"_s << u"ended 10"_s;
        QTest::newRow("for a block that quits") << u"quitting"_s << u"returned 7, then Canceled"_s;
        QTest::newRow("for their parts") << u"gather"_s << u"parts ended 3, gather threw Canceled"_s;
        QTest::newRow("for their parts, detached") << u"detachedGather"_s << u"gather threw Canceled"_s;
        QTest::newRow("for futures") << u"futures"_s << u"Canceled 20, told 20"_s;
        QTest::newRow("for futures, detached") << u"detachedFutures"_s << u"left"_s;
        QTest::newRow("by tokens") << u"tokens"_s << u"gone 3"_s;
    }
    void quit_leavesCleanlyWhileRunsWait()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, said);
        QVERIFY(leave(what));
        QCOMPARE(m_said.trimmed(), said);
        QVERIFY2(!m_logged.contains(u"leaving without"_s), qPrintable(m_logged));
    }
};

namespace {

std::atomic<int> s_canceled = 0;
std::atomic<int> s_gone = 0;
std::atomic<int> s_ended = 0;
std::atomic<int> s_called = 0;

/// Ten runs that wait for a block, of which none is called as long as no event is served.
void startAsking(ViewModel &vm, const TaskOptions &options, int times = 1)
{
    const Gate asks;
    for (int i = 0; i < 10; ++i) {
        vm.background(u"t"_s, [asks, times](TaskContext &context) {
            asks.open();
            for (int time = 0; time < times; ++time) {
                try {
                    context.modify([](LiveState &) { ++s_called; });
                } catch (const Canceled &) {
                    s_canceled += time == 0;
                } catch (const StateGoneError &) {
                    s_gone += time == 0;
                }
            }
            ++s_ended;
        }, options);
    }
    for (int i = 0; i < 10; ++i)
        asks.pass();
    waitUntilAllWait();
}

QString child(const QString &scenario, QCoreApplication &application)
{
    const TaskOptions detached{.policy = Policy::Parallel, .onDestroyed = OnDestroyed::Detach};
    const TaskOptions parallel{.policy = Policy::Parallel};
    auto vm = std::make_unique<ViewModel>();
    QString said;
    if (scenario == "blocks"_L1 || scenario == "stubborn"_L1) {
        // The first that is served.
        QTimer::singleShot(0, &application, [&] {
            startAsking(*vm, parallel, scenario == "stubborn"_L1 ? 200 : 1);
            application.quit();
        });
        application.exec();
        said = u"Canceled %1, %2 called"_s.arg(s_canceled).arg(s_called);
    } else if (scenario == "dies"_L1 || scenario == "detached"_L1) {
        QTimer::singleShot(0, &application, [&] {
            startAsking(*vm, scenario == "dies"_L1 ? parallel : detached, 3);
            vm.reset();
            application.quit();
        });
        application.exec();
        said = u"gone %1"_s.arg(s_gone);
    } else if (scenario == "thread"_L1) {
        Home home;
        home.run([&] {
            vm = std::make_unique<ViewModel>();
            startAsking(*vm, parallel, 100);
        });
        QTimer::singleShot(0, &application, &QCoreApplication::quit);
        application.exec();
        said = u"ended %1"_s.arg(s_ended);
        home.run([&] { vm.reset(); });
    } else if (scenario == "quitting"_L1) {
        std::atomic<int> returned = 0;
        QString then;
        vm->background(u"t"_s, [&](TaskContext &context) {
            returned = context.modify([&](LiveState &) {
                application.quit();
                return 7;
            });
            while (context.sleep(1h)) { }
            then = thrownBy([&] { context.modify([](LiveState &) { }); });
        });
        application.exec();
        said = u"returned %1, then %2"_s.arg(returned).arg(then);
    } else if (scenario == "gather"_L1 || scenario == "detachedGather"_L1) {
        QString thrown;
        std::atomic<int> parts = 0;
        const Gate began;
        const auto promise = std::make_shared<QPromise<int>>();
        promise->start();
        vm->background(u"t"_s, [&](TaskContext &context) {
            const auto part = [&](TaskContext &inner) {
                began.open();
                while (inner.sleep(1h)) { }
                ++parts;
            };
            thrown = thrownBy([&] { gather(part, part, [promise] { return promise->future(); }, gather(part, [] { }))(context); });
        }, scenario == "gather"_L1 ? parallel : detached);
        for (int i = 0; i < 3; ++i)
            began.pass();
        QTimer::singleShot(0, &application, [&] {
            if (scenario != "gather"_L1)
                vm.reset();
            application.quit();
        });
        application.exec();
        said = scenario == "gather"_L1 ? u"parts ended %1, gather threw %2"_s.arg(parts).arg(thrown) : u"gather threw %1"_s.arg(thrown);
    } else if (scenario == "futures"_L1 || scenario == "detachedFutures"_L1) {
        std::atomic<int> made = 0;
        std::vector<QPromise<void>> promises(20);
        int canceled = 0;
        int told = 0;
        for (QPromise<void> &promise : promises) {
            promise.start();
            vm->startAsync(u"t"_s, [&] { ++made; return promise.future(); }, [&](const TaskResult<void> &result) {
                ++told;
                canceled += result.outcome() == Outcome::Canceled;
            }, scenario == "futures"_L1 ? parallel : detached);
        }
        while (made < 20)
            QThread::yieldCurrentThread();
        waitUntilAllWait();
        QTimer::singleShot(0, &application, [&] {
            if (scenario != "futures"_L1)
                vm.reset();
            application.quit();
        });
        application.exec();
        said = scenario == "futures"_L1 ? u"Canceled %1, told %2"_s.arg(canceled).arg(told) : u"left"_s;
    } else if (scenario == "tokens"_L1) {
        std::vector<std::thread> threads;
        for (int i = 0; i < 3; ++i) {
            threads.emplace_back([token = vm->token()] {
                try {
                    for (;;)
                        modifyState(token, [](LiveState &) { });
                } catch (const StateGoneError &) {
                    ++s_gone;
                }
            });
        }
        QTimer::singleShot(0, &application, &QCoreApplication::quit);
        application.exec();
        vm.reset();
        for (std::thread &thread : threads)
            thread.join();
        said = u"gone %1"_s.arg(s_gone);
    }
    return said;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--child") == 0) {
        puts(qPrintable(child(QString::fromLocal8Bit(argv[2]), application)));
        return 0;
    }
    TestQuitTalk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_quit_talk.moc"
