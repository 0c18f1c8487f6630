// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// M4 and B9: how a process leaves while coroutines go on. Each scenario is a process of its own: this
// program, started with `--child SCENARIO`. It prints what it tells, and its log goes to stderr. Under a
// sanitizer that finds leaks, a frame that nobody frees fails it, too.

#include "support.h"

#include <aside/coroutines.h>

#include <QCoroFuture>
#include <QProcess>
#include <QPromise>
#include <QTimer>

#include <atomic>
#include <cstdlib>
#include <memory>

using namespace Aside;
using namespace Test;

class TestCoroutinesQuit : public QObject
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
    void quit_freesTheFramesOfCoroutines_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::newRow("that sleep") << u"sleeping"_s;
        QTest::newRow("that wait for a block") << u"asking"_s;
        QTest::newRow("that have hardly begun") << u"queued"_s;
        QTest::newRow("that have ended") << u"ended"_s;
        QTest::newRow("of a ViewModel that is never destroyed") << u"leaked"_s;
        QTest::newRow("whose ViewModel is gone") << u"detached"_s;
        QTest::newRow("that sleep again once they are canceled") << u"stubborn"_s;
    }
    void quit_freesTheFramesOfCoroutines()
    {
        QFETCH(const QString, scenario);
        QVERIFY(leave(scenario));
        QVERIFY2(m_said.contains(u"began"_s), qPrintable(m_said));
        QVERIFY2(m_said.contains(u"frames 0, held 0"_s), qPrintable(m_said));
        QCOMPARE(m_logged, QString()); // neither a straggler nor a warning of Qt's
    }

    void coroutines_goOnInAnApplicationThatIsMadeAgain()
    {
        QVERIFY(leave(u"again"_s));
        QCOMPARE(m_said.count(u"round Ok, frames 0"_s), 3);
        QCOMPARE(m_logged, QString());
    }

    void quit_namesACoroutineThatAwaitsWhatNeverComes()
    {
        QVERIFY(leave(u"deaf"_s));
        QCOMPARE(m_logged.count(u"leaving without task \"deaf\""_s), 1);
    }
};

namespace {

constexpr int many = 100;
std::atomic<int> s_frames = 0;
std::atomic<int> s_began = 0;

/// Lives in a coroutine's frame: tells whether that was freed.
struct InFrame
{
    InFrame() { ++s_frames; }
    ~InFrame() { --s_frames; }
    Q_DISABLE_COPY_MOVE(InFrame)
};

void say(const QString &text)
{
    puts(qPrintable(text));
    fflush(stdout);
}

/// Each holds \a held, in its frame and in its functor.
void startMany(ViewModel &vm, const QString &scenario, const std::shared_ptr<int> &held)
{
    const bool asks = scenario == "asking"_L1;
    const bool ends = scenario == "ended"_L1;
    const int rounds = scenario == "stubborn"_L1 ? 3 : 1;
    TaskOptions options{.policy = Policy::Parallel};
    if (scenario == "detached"_L1)
        options.onDestroyed = OnDestroyed::Detach;
    for (int i = 0; i < many; ++i) {
        vm.background(u"go"_s, [held, asks, ends, rounds](CoroutineContext &context) -> QCoro::Task<> {
            const InFrame frame;
            const std::shared_ptr<int> mine = held;
            ++s_began;
            for (int round = 1; round <= rounds; ++round) {
                try {
                    if (asks)
                        co_await context.modify([](LiveState &) { });
                    else if (ends)
                        co_return;
                    else
                        co_await context.sleep(24h);
                } catch (const Canceled &) {
                    if (round == rounds)
                        throw;
                }
            }
        }, options);
    }
}

int runAgain(int &argc, char **argv)
{
    ViewModel vm; // outlives each of them
    for (int round = 0; round < 3; ++round) {
        Task task;
        {
            const QCoreApplication application(argc, argv);
            startMany(vm, u"sleeping"_s, std::make_shared<int>(0));
            task = vm.background(u"round"_s, [](CoroutineContext &context) -> QCoro::Task<> { co_await context.sleep(1ms); });
            if (!eventually([&] { return task.outcome() == Outcome::Ok; }))
                return 1;
        }
        say(u"round %1, frames %2"_s.arg(Story::word(task.outcome())).arg(s_frames.load()));
    }
    return 0;
}

int child(const QString &scenario, int &argc, char **argv)
{
    const auto held = std::make_shared<int>(0);
    {
        QCoreApplication application(argc, argv);
        auto vm = std::make_unique<ViewModel>();
        QPromise<void> never;
        if (scenario == "deaf"_L1) {
            setQuitGrace(10ms);
            never.start();
            vm->background(u"deaf"_s, [future = never.future()](CoroutineContext &) -> QCoro::Task<> {
                ++s_began;
                co_await future;
            });
        } else {
            startMany(*vm, scenario, held);
        }
        const int begun = scenario == "queued"_L1 ? 0 : scenario == "deaf"_L1 ? 1 : many;
        while (s_began < begun) // no event is served: what they ask for waits
            QThread::yieldCurrentThread();
        say(u"began"_s);
        if (scenario == "detached"_L1)
            vm.reset();
        QTimer::singleShot(0, &application, &QCoreApplication::quit);
        if (scenario != "asking"_L1)
            application.exec();
        if (scenario == "leaked"_L1)
            static_cast<void>(vm.release());
        if (scenario == "deaf"_L1)
            std::quick_exit(0); // the coroutine waits still
    }
    say(u"frames %1, held %2"_s.arg(s_frames.load()).arg(held.use_count() - 1));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const bool isChild = argc == 3 && qstrcmp(argv[1], "--child") == 0;
    if (isChild && qstrcmp(argv[2], "again") == 0)
        return runAgain(argc, argv);
    if (isChild)
        return child(QString::fromLocal8Bit(argv[2]), argc, argv);
    const QCoreApplication application(argc, argv);
    TestCoroutinesQuit test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_coroutines_quit.moc"
