// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// What the tests of policies and options share: a log of what happens at which time.

#include "support.h"

#include <aside/testing.h>

namespace Test {

/// Lines like "2 begins @10": the tenth millisecond of a ManualScheduler, under which only one thread
/// goes on at a time.
class Diary
{
public:
    explicit Diary(const Aside::Testing::ManualScheduler &scheduler) : m_scheduler(scheduler) { }
    Q_DISABLE_COPY_MOVE(Diary)

    void note(const QString &line)
    {
        const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(m_scheduler.elapsed());
        lines += u"%1 @%2"_s.arg(line).arg(now.count());
    }

    /// Starts a run that notes when it begins, and how and when it ends. It sleeps for \a length.
    Aside::Task start(Aside::ViewModel &vm, int id, const Aside::TaskOptions &options, std::chrono::milliseconds length = 100ms)
    {
        return vm.startAsync(u"t"_s, [this, id, length](Aside::TaskContext &context) {
            note(u"%1 begins"_s.arg(id));
            if (!context.sleep(length))
                note(u"%1 is told to stop"_s.arg(id));
        }, [this, id](const Aside::TaskResult<void> &result) {
            const QString outcome = QString::fromLatin1(QMetaEnum::fromType<Aside::Outcome>().valueToKey(int(result.outcome())));
            note(u"%1 %2"_s.arg(id).arg(outcome));
        }, options);
    }

    QStringList lines;

private:
    const Aside::Testing::ManualScheduler &m_scheduler;
};

} // namespace Test
