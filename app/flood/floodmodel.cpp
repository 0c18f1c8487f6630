// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "floodmodel.h"

#include "residentset.h"

#include <aside/settings.h>

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <utility>

namespace AsideDemo {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString TaskName = u"flood"_s;
constexpr auto Beat = 250ms; // between two measurements
constexpr int Unlimited = 0;
constexpr int RateSteps[]{100,     200,     500,       1'000,     2'000,     5'000,      10'000,   20'000,   50'000,
                          100'000, 200'000, 500'000, 1'000'000, 2'000'000, 5'000'000, 10'000'000, Unlimited};

} // namespace

FloodModel::FloodModel(QObject *parent)
    : ViewModel(parent)
{
    using Changed = void (FloodModel::*)();
    constexpr Changed changed[]{&FloodModel::worker1Changed, &FloodModel::worker2Changed, &FloodModel::worker3Changed,
                                &FloodModel::worker4Changed, &FloodModel::worker5Changed, &FloodModel::worker6Changed,
                                &FloodModel::worker7Changed, &FloodModel::worker8Changed};
    for (int worker = 0; worker < MostWorkers; ++worker)
        connect(this, changed[worker], this, [this, worker] { arrived(worker, qint64(m_numbers[size_t(worker)]->peek())); });
    connect(this, &ViewModel::taskFinished, this, &FloodModel::endIfOver);
    connect(this, &ViewModel::taskFailed, this,
            [this](const QString &, const Aside::Failure &failure) { problem = failure.message(); });
    resident = double(residentBytes().value_or(-1));
    m_beat.setInterval(Beat);
    connect(&m_beat, &QTimer::timeout, this, &FloodModel::measure);
}

FloodModel::~FloodModel()
{
    if (m_target)
        m_target->close();
}

void FloodModel::start()
{
    if (running)
        return;
    assign({{u"problem"_s, QString()}, {u"note"_s, QString()}});
    if (!Aside::isAsync()) {
        problem = tr("A flood needs threads of its own, and they are switched off (ASIDE_ASYNC=0).");
        return;
    }
    begin();
}

void FloodModel::begin()
{
    // What an earlier flood has left is not this one's growth.
    giveBackFreedMemory();
    m_flow = std::make_shared<FloodFlow>(workers, rate, way == Naive ? std::optional(m_guard) : std::nullopt);
    for (Aside::Assign<double> *const number : m_numbers)
        *number = 0;
    m_arrived = 0;
    m_merged = 0;
    m_counted = {};
    m_clock.start();
    if (way == Naive)
        m_target = FloodTarget::make([this](int worker, qint64 number) { *m_numbers[size_t(worker)] = double(number); });
    m_tasks.clear();
    for (int worker = 0; worker < m_flow->workers(); ++worker) {
        const auto work = [flow = m_flow, target = m_target, worker, key = m_numbers[size_t(worker)]->key()](Aside::TaskContext &context) {
            if (target)
                floodByCalls(context, *flow, worker, target);
            else
                floodByPosts(context, *flow, worker, key);
        };
        // Many threads, as workers that push without a rest would keep the few of the other lane for themselves.
        m_tasks.push_back(background(TaskName, work, {.policy = Aside::Policy::Parallel, .lane = Aside::Lane::Io}));
    }
    if (!m_tasks.front().isValid()) // disconnected, or leaving
        return;
    m_beat.start();
    running = true;
    measure();
}

void FloodModel::stop()
{
    note = QString();
    end({});
}

/// Ends the flood, if there is one, and throws away what still waits.
void FloodModel::end(const QString &why)
{
    if (!running)
        return;
    measure();
    running = false;
    cancelAsync(TaskName);
    if (const auto target = std::exchange(m_target, nullptr))
        target->close();
    m_beat.stop();
    for (Speed *const speed : {&m_sentSpeed, &m_arrivedSpeed, &m_mergedSpeed})
        speed->clear();
    assign({{u"sentPerSecond"_s, 0.0}, {u"arrivedPerSecond"_s, 0.0}, {u"mergedPerSecond"_s, 0.0},
            {u"waiting"_s, 0.0}, {u"note"_s, why}});
}

/// After a worker has ended: by the guard, by a failure, or because somebody canceled its run.
void FloodModel::endIfOver()
{
    const bool isOver = std::none_of(m_tasks.begin(), m_tasks.end(), [](const Aside::Task &task) { return task.isActive(); });
    if (!running || !isOver)
        return;
    const QLocale locale;
    switch (m_flow->end()) {
    case FloodFlow::End::None:
        end({});
        break;
    case FloodFlow::End::Time:
        end(tr("Stopped by itself after %1 s, so that the naive way locks nobody out.")
                .arg(locale.toString(double(m_guard.time.count()) / 1000, 'g', 3)));
        break;
    case FloodFlow::End::Memory:
        end(tr("Stopped by itself, so that the naive way locks nobody out: it had taken more than %1 of memory.")
                .arg(locale.formattedDataSize(m_guard.growth, 0, QLocale::DataSizeSIFormat)));
        break;
    }
}

void FloodModel::reset()
{
    assign({{u"naive"_s, QVariant::fromValue(FloodFigures())}, {u"aside"_s, QVariant::fromValue(FloodFigures())},
            {u"problem"_s, QString()}, {u"note"_s, QString()}});
    if (running) {
        m_flow->takeGrowth();
        m_counted = {m_clock.elapsed(), m_flow->sent(), m_arrived, m_merged, {}};
    }
}

void FloodModel::leave()
{
    if (running && way == Naive)
        end(tr("Stopped as its page was left: the naive way would have stalled the others, too."));
}

void FloodModel::chooseWay(Way chosen)
{
    if (way == chosen)
        return;
    const bool goesOn = running;
    stop();
    way = chosen;
    if (goesOn)
        start();
}

void FloodModel::chooseWorkers(int chosen)
{
    chosen = std::clamp(chosen, 1, MostWorkers);
    if (workers == chosen)
        return;
    const bool goesOn = running;
    stop();
    workers = chosen;
    if (goesOn)
        start();
}

int FloodModel::lastRateStep() const
{
    return int(std::size(RateSteps)) - 1;
}

int FloodModel::stepOf(int rate)
{
    if (rate == Unlimited)
        return int(std::size(RateSteps)) - 1;
    return int(std::lower_bound(std::begin(RateSteps), std::end(RateSteps) - 2, rate) - std::begin(RateSteps));
}

QString FloodModel::rateWords(int rate)
{
    return rate == Unlimited ? tr("unlimited") : QLocale().toString(rate);
}

QString FloodModel::stateWords(bool running, Way way, int workers)
{
    if (!running)
        return tr("Nothing is pushed");
    if (workers == 1)
        return way == Naive ? tr("1 worker queues a call for each update") : tr("1 worker posts each update");
    return (way == Naive ? tr("%1 workers queue a call for each update") : tr("%1 workers post each update")).arg(workers);
}

void FloodModel::chooseRateStep(int step)
{
    rate = RateSteps[std::clamp(step, 0, lastRateStep())];
    problem = QString();
    if (running)
        m_flow->setRate(rate);
}

void FloodModel::changeRate(const QString &text)
{
    const QLocale locale;
    const QString typed = text.trimmed();
    bool isNumber = false;
    int number = locale.toInt(typed, &isNumber);
    if (!isNumber)
        number = typed.toInt(&isNumber);
    if (typed.compare(rateWords(Unlimited), Qt::CaseInsensitive) == 0) {
        number = Unlimited;
    } else if (!isNumber || number < LowestRate || number > HighestRate) {
        problem = tr("The rate is a number from %1 to %2, or “%3”, and not “%4”.")
                      .arg(locale.toString(LowestRate), locale.toString(HighestRate), rateWords(Unlimited), typed);
        return;
    }
    assign({{u"rate"_s, number}, {u"problem"_s, QString()}});
    if (running)
        m_flow->setRate(rate);
}

/// Views were told of a number. Those between this one and the one before were merged into it.
void FloodModel::arrived(int worker, qint64 number)
{
    const qint64 before = m_flow ? m_flow->arrived(worker) : 0;
    if (number <= before)
        return;
    ++m_arrived;
    m_merged += number - before - 1;
    m_flow->setArrived(worker, number);
}

void FloodModel::measure()
{
    const qint64 now = m_clock.elapsed();
    const qint64 sent = m_flow->sent();
    assign({{u"sentPerSecond"_s, m_sentSpeed.add(now, sent)},
            {u"arrivedPerSecond"_s, m_arrivedSpeed.add(now, m_arrived)},
            {u"mergedPerSecond"_s, m_mergedSpeed.add(now, m_merged)},
            {u"waiting"_s, double(std::max<qint64>(0, sent - m_arrived - m_merged))},
            {u"resident"_s, double(residentBytes().value_or(-1))}});
    FloodFigures figures = way == Naive ? naive : aside;
    figures.milliseconds += now - m_counted.milliseconds;
    figures.sent += sent - m_counted.sent;
    figures.arrived += m_arrived - m_counted.arrived;
    figures.merged += m_merged - m_counted.merged;
    figures.growth = std::max(figures.growth, m_flow->takeGrowth()); // nothing is less than anything
    m_counted = {now, sent, m_arrived, m_merged, {}};
    (way == Naive ? naive : aside) = figures;
}

} // namespace AsideDemo
