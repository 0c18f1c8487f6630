// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// B9: 100,000 sleeping background runs are normal.

#include "support.h"

#include <aside/coroutines.h>

#include <QFile>
#include <QTest>

#include <atomic>
#include <memory>
#include <optional>

using namespace Aside;
using namespace Test;

namespace {

std::atomic<int> s_frames = 0;

/// Lives in a coroutine's frame: tells whether that was freed.
struct InFrame
{
    InFrame() { ++s_frames; }
    ~InFrame() { --s_frames; }
    Q_DISABLE_COPY_MOVE(InFrame)
};

/// A number of /proc/self/status; none where there is no such file.
std::optional<qint64> status(const QByteArray &name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(QByteArray(name + ":")))
            return line.mid(name.size() + 1).simplified().split(' ').constFirst().toLongLong();
    }
    return {};
}

} // namespace

class TestCoroutinesMany : public QObject
{
    Q_OBJECT

private:
    static constexpr int runs = scaled(100'000);

    static auto sleeper(std::atomic<int> &asleep)
    {
        return [&asleep](CoroutineContext &context) -> QCoro::Task<> {
            const InFrame frame;
            ++asleep;
            co_await context.sleep(24h);
        };
    }

private Q_SLOTS:
    void cleanup() { QTRY_COMPARE(s_frames.load(), 0); }

    void manySleepers_takeNoThreadsAndLittleMemory()
    {
        ViewModel vm;
        std::atomic<int> asleep = 0;
        vm.background(u"first"_s, sleeper(asleep));
        QTRY_COMPARE(asleep.load(), 1);
        const auto threads = status("Threads");
        const auto before = status("VmRSS");
        for (int i = 1; i < runs; ++i)
            vm.background(u"sleepers"_s, sleeper(asleep));
        QTRY_COMPARE_WITH_TIMEOUT(asleep.load(), runs, 60'000);
        QCOMPARE(s_frames.load(), runs);
        QCOMPARE(status("Threads"), threads);
        if (before && !isSanitized) { // whose memory it is then
            const qint64 each = (*status("VmRSS") - *before) * 1024 / runs;
            qInfo("%lld bytes for each sleeping run", static_cast<long long>(each));
            QVERIFY2(each < 2048, "a thread's stack would take more than that at once");
        }
        vm.cancelAll();
        QTRY_COMPARE_WITH_TIMEOUT(s_frames.load(), 0, 60'000);
    }

    void manySleepers_endWithTheirViewModel()
    {
        auto vm = std::make_unique<ViewModel>();
        std::atomic<int> asleep = 0;
        for (int i = 0; i < runs; ++i)
            vm->background(u"sleepers"_s, sleeper(asleep));
        vm.reset(); // which waits for none of them
        QTRY_COMPARE_WITH_TIMEOUT(s_frames.load(), 0, 60'000);
    }
};

QTEST_GUILESS_MAIN(TestCoroutinesMany)
#include "tst_coroutines_many.moc"
