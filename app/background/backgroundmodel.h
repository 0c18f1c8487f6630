// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fingerprintmodel.h"
#include "speed.h"

#include <aside/streammodel.h>
#include <aside/viewmodel.h>

#include <QElapsedTimer>
#include <QTimer>
#include <qqmlregistration.h>

#include <chrono>
#include <map>
#include <memory>

namespace AsideDemo {

/// What one instance of the counter has read last: outside of its block, where the state may be stale,
/// and within it.
struct Reading
{
    int instance = 0;
    int steps = 0;
    int stale = 0;
    int fresh = 0;

    friend bool operator==(const Reading &, const Reading &) = default;
};

/// The state of the page Background: one counter, and the instances that count it up side by side (after
/// the counter of Reflex's documentation).
///
/// Each instance is a run of the task "count": it sleeps, reads the counter, and counts in a block. It
/// ends once the maximum is reached. How many may run at once is a guard of this state's own.
class BackgroundModel : public Aside::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    /// One row an instance, with the roles instance, steps, stale and fresh.
    Q_PROPERTY(Aside::StreamModel *instances READ instances CONSTANT FINAL)
    /// Null while its panel is closed.
    Q_PROPERTY(AsideDemo::FingerprintModel *fingerprint READ fingerprint NOTIFY fingerprintChanged FINAL)

public:
    static constexpr int HighestMaximum = 1'000'000;
    static constexpr int MostInstances = 1000;

    ASIDE_ASSIGN(int, count, 0)
    ASIDE_ASSIGN(int, maximum, 10'000)
    ASIDE_ASSIGN(int, allowed, 200)
    ASIDE_ASSIGN(int, running, 0)
    ASIDE_ASSIGN(double, perSecond, 0) ///< steps of all instances together
    ASIDE_COMPUTED(QString, progressText, progressWords(count, maximum, perSecond), count, maximum, perSecond)
    /// Why the last thing that was asked for was not done; empty if it was.
    ASIDE_ASSIGN(QString, problem)
    /// What there is to tell of threads that Aside did not start; the newest line first.
    ASIDE_ASSIGN(QStringList, log)

    /// How far the counter is, and how fast it grows, in words.
    static QString progressWords(int count, int maximum, double perSecond);

    explicit BackgroundModel(QObject *parent = nullptr);

    Aside::StreamModel *instances() { return &m_instances; }
    FingerprintModel *fingerprint() const { return m_fingerprint.get(); }
    /// How long an instance sleeps between its steps.
    void setPace(std::chrono::milliseconds pace) { m_pace = pace; }

    /// Starts as many as the guard lets in.
    Q_INVOKABLE void start(int instances = 1);
    Q_INVOKABLE void stop(int instance);
    Q_INVOKABLE void stopAll();
    /// Sets the counter to 0; those that run go on from there.
    Q_INVOKABLE void reset();
    /// Take what was typed; what is no such number changes nothing, and is the problem.
    Q_INVOKABLE void changeMaximum(const QString &text);
    Q_INVOKABLE void changeAllowed(const QString &text);
    Q_INVOKABLE void openFingerprint();
    /// Also while its thread reads: that hears of it at its next block.
    Q_INVOKABLE void closeFingerprint();

Q_SIGNALS:
    void fingerprintChanged();

private:
    void startOne(int instance);
    void showReadings(const QStringList &keys);
    void dropEndedSoon();
    void dropEnded();
    void measure();
    /// The number that \a text is; or 0, with a problem.
    int numberFrom(const QString &text, const QString &what, int highest);

    std::chrono::milliseconds m_pace{100};
    Aside::StreamModelOf<Reading> m_instances;
    std::map<int, Aside::Task> m_tasks; // by the number of the instance
    bool m_isDropDue = false;
    Speed m_speed;
    QElapsedTimer m_clock;
    QTimer m_beat; // measures, while anything runs
    std::unique_ptr<FingerprintModel> m_fingerprint;
};

} // namespace AsideDemo
