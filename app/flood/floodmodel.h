// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "floodfigures.h"
#include "floodflow.h"
#include "floodworker.h"

#include <background/speed.h>
#include <catalogue/humantext.h>

#include <aside/viewmodel.h>

#include <QElapsedTimer>
#include <QTimer>
#include <qqmlregistration.h>

#include <array>
#include <memory>
#include <vector>

namespace AsideDemo {

/// The state of the page Flood: workers that push updates into it, in one of two ways.
///
/// Each worker counts, and what it pushes is its latest number. Naive: it queues a call for each number, and
/// each call sets it here. Aside: it posts each number, and only the newest arrives. The workers are runs of
/// the task "flood" either way. Changing the way or the number of workers during a flood begins another one;
/// the rate changes within it. A guard ends the naive way by itself; see FloodGuard.
class FloodModel : public Aside::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    /// The last step of the slider, which means no limit.
    Q_PROPERTY(int lastRateStep READ lastRateStep CONSTANT FINAL)

public:
    enum Way { Naive, WithAside };
    Q_ENUM(Way)

    static constexpr int LowestRate = 100;
    static constexpr int HighestRate = 10'000'000;
    static constexpr int MostWorkers = FloodFlow::MostWorkers;

    ASIDE_ASSIGN(AsideDemo::FloodModel::Way, way, Naive)
    ASIDE_ASSIGN(int, rate, 1'000'000) ///< updates a second, of all workers together; 0: as many as they can
    ASIDE_ASSIGN(int, workers, 2)
    ASIDE_ASSIGN(bool, running, false)
    /// Why the last thing that was asked for was not done; empty if it was.
    ASIDE_ASSIGN(QString, problem)
    /// Why the last flood ended, if nobody stopped it.
    ASIDE_ASSIGN(QString, note)
    ASIDE_COMPUTED(QString, rateText, rateWords(rate), rate)
    ASIDE_COMPUTED(int, rateStep, stepOf(rate), rate)

    // What the workers push.
    ASIDE_ASSIGN(double, worker1, 0)
    ASIDE_ASSIGN(double, worker2, 0)
    ASIDE_ASSIGN(double, worker3, 0)
    ASIDE_ASSIGN(double, worker4, 0)
    ASIDE_ASSIGN(double, worker5, 0)
    ASIDE_ASSIGN(double, worker6, 0)
    ASIDE_ASSIGN(double, worker7, 0)
    ASIDE_ASSIGN(double, worker8, 0)

    // How it goes just now.
    ASIDE_ASSIGN(double, sentPerSecond, 0)
    ASIDE_ASSIGN(double, arrivedPerSecond, 0)
    ASIDE_ASSIGN(double, mergedPerSecond, 0)
    ASIDE_ASSIGN(double, waiting, 0)
    ASIDE_ASSIGN(double, resident, -1) ///< bytes of memory; -1 where nothing is known
    ASIDE_COMPUTED(QString, residentText, sizeText(qint64(resident)), resident)
    ASIDE_COMPUTED(QString, stateText, stateWords(running, way, workers), running, way, workers)

    // What was measured of each way.
    ASIDE_ASSIGN(AsideDemo::FloodFigures, naive)
    ASIDE_ASSIGN(AsideDemo::FloodFigures, aside)

    explicit FloodModel(QObject *parent = nullptr);
    ~FloodModel() override;

    int lastRateStep() const;
    /// For floods that start from now on.
    void setGuard(const FloodGuard &guard) { m_guard = guard; }
    /// The latest flood; null before the first.
    std::shared_ptr<const FloodFlow> flow() const { return m_flow; }

    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();
    /// Forgets what was measured; a flood goes on.
    Q_INVOKABLE void reset();
    /// The page is not seen any more: the naive way stops, as it would stall the others.
    Q_INVOKABLE void leave();
    Q_INVOKABLE void chooseWay(AsideDemo::FloodModel::Way way);
    Q_INVOKABLE void chooseWorkers(int workers);
    Q_INVOKABLE void chooseRateStep(int step);
    /// Takes what was typed: a number, or the word for no limit. Anything else changes nothing, and is the problem.
    Q_INVOKABLE void changeRate(const QString &text);
    /// What can be said of the longest stalls of the two ways, in ms.
    Q_INVOKABLE static QString verdict(double naive, double aside) { return floodVerdict(naive, aside); }

private:
    static QString rateWords(int rate);
    static int stepOf(int rate);
    static QString stateWords(bool running, Way way, int workers);

    void begin();
    void end(const QString &why);
    void endIfOver();
    void arrived(int worker, qint64 number);
    void measure();

    const std::array<Aside::Assign<double> *, MostWorkers> m_numbers{&worker1, &worker2, &worker3, &worker4,
                                                                     &worker5, &worker6, &worker7, &worker8};
    FloodGuard m_guard;
    std::vector<Aside::Task> m_tasks; // of this flood, one a worker
    std::shared_ptr<FloodFlow> m_flow;
    std::shared_ptr<FloodTarget> m_target; // of the naive way
    // Of this flood, and what of it is in the figures already.
    qint64 m_arrived = 0;
    qint64 m_merged = 0;
    FloodFigures m_counted;
    QElapsedTimer m_clock;
    Speed m_sentSpeed;
    Speed m_arrivedSpeed;
    Speed m_mergedSpeed;
    QTimer m_beat; // measures, during a flood
};

} // namespace AsideDemo
