// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"

#ifndef ASIDE_BENCH_QML

std::vector<Bench::Figure> Bench::store(const Size &)
{
    return {};
}

#else

#include "heap.h"
#include "heart.h"
#include "targets.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlPropertyMap>

#include <memory>
#include <stdexcept>

using namespace Aside;
using namespace Bench;
using namespace Qt::StringLiterals;

namespace {

struct Pair
{
    std::vector<double> aside;
    std::vector<double> plain;

    Spread ratio() const { return ratioOf(aside, plain); }
};

/// Measures both ways in turn; each calls what it is given around what is to be timed.
template<typename Aside, typename Plain>
Pair compare(const QString &what, int rounds, Aside aside, Plain plain)
{
    Pair pair;
    const auto timing = [](std::vector<double> &times) {
        return [&times](auto work) {
            const auto start = Clock::now();
            work();
            times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
        };
    };
    measure({{what + u": Aside"_s, [&] { aside(timing(pair.aside)); }}, {what + u": Qt"_s, [&] { plain(timing(pair.plain)); }}}, rounds);
    pair.aside.erase(pair.aside.begin()); // the round that warms up
    pair.plain.erase(pair.plain.begin());
    return pair;
}

QVariant assignsOf(ViewModel &viewModel)
{
    return viewModel.property("assigns");
}

/// A QML object whose `source` is \a source, and that has \a members.
std::unique_ptr<QObject> qml(QQmlEngine &engine, const QString &members, const QVariant &source)
{
    QQmlComponent component(&engine);
    component.setData(u"import QtQml\nQtObject {\n id: root\n required property var source\n%1\n}"_s.arg(members).toUtf8(), {});
    std::unique_ptr<QObject> object(component.createWithInitialProperties({{u"source"_s, source}}));
    if (!object)
        throw std::runtime_error(component.errorString().toStdString());
    return object;
}

std::vector<QString> someKeys(int count)
{
    std::vector<QString> keys;
    for (int i = 0; i < count; ++i)
        keys.push_back(u"key%1"_s.arg(i));
    return keys;
}

/// One binding for each of the keys.
QString bindings(const std::vector<QString> &keys)
{
    QString members;
    for (const QString &key : keys)
        members += u" readonly property int %1: root.source.%1\n"_s.arg(key);
    return members;
}

/// A binding on a key that is not there yet.
QString late(const QString &key)
{
    return u" readonly property int %1: root.source.%1 ?? -1\n"_s.arg(key);
}

void check(const QObject &bound, const QString &key, int value)
{
    if (bound.property(qPrintable(key)) != value)
        throw std::runtime_error("a binding has not been told");
}

class Keys
{
public:
    Keys(QQmlEngine &engine, int count)
        : m_keys(someKeys(count))
    {
        for (const QString &key : m_keys) {
            m_map.insert(key, -1);
            m_viewModel.assign(key, -1);
        }
        m_bound = qml(engine, bindings(m_keys), assignsOf(m_viewModel));
        m_plainBound = qml(engine, bindings(m_keys), QVariant::fromValue<QObject *>(&m_map));
    }

    /// Every key, in one commit, again and again.
    void commit(int times)
    {
        for (int i = 0; i < times; ++i) {
            if (m_keys.size() == 1) {
                m_viewModel.assign(m_keys.front(), i);
                continue;
            }
            Assigns changes;
            changes.reserve(qsizetype(m_keys.size()));
            for (const QString &key : m_keys)
                changes.set(key, i);
            m_viewModel.assign(std::move(changes));
        }
        check(*m_bound, m_keys.back(), times - 1);
        m_viewModel.assign(m_keys.back(), -1);
    }
    void insert(int times)
    {
        for (int i = 0; i < times; ++i) {
            for (const QString &key : m_keys)
                m_map.insert(key, i);
        }
        check(*m_plainBound, m_keys.back(), times - 1);
        m_map.insert(m_keys.back(), -1);
    }

private:
    const std::vector<QString> m_keys;
    ViewModel m_viewModel;
    QQmlPropertyMap m_map;
    std::unique_ptr<QObject> m_bound;
    std::unique_ptr<QObject> m_plainBound;
};

/// The pieces of the heap that one of many times takes.
template<typename Work>
double allocations(Work work)
{
    constexpr int times = 1000;
    const HeapCount heap;
    work(times);
    return double(heap.allocations()) / times;
}

void addCommits(std::vector<Figure> &figures, QQmlEngine &engine, const Size &size)
{
    const int times = size.tasks / 2;
    for (const int count : {1, 100}) {
        Keys keys(engine, count);
        const Pair pair = compare(u"set %1 bound keys"_s.arg(count), size.rounds,
                                  [&](auto time) { time([&] { keys.commit(times / count); }); },
                                  [&](auto time) { time([&] { keys.insert(times / count); }); });
        if (count == 1) {
            figures.push_back({u"commit_vs_propertymap"_s, u"setting a dynamic key to which a QML binding is bound: the time of QQmlPropertyMap::insert, so many times"_s,
                               pair.ratio(), {}, u"≤ 1.2"_s});
        } else {
            figures.push_back({{}, u"setting 100 of them in one commit: the time of 100 inserts, so many times"_s,
                               pair.ratio(), {}, u"≤ 1.2"_s});
        }
        if (!HeapCount::isAvailable())
            continue;
        figures.push_back(counted(u"the pieces of the heap that setting %1 in a commit takes"_s.arg(count),
                                  allocations([&](int n) { keys.commit(n); }), u"allocations"_s));
        figures.push_back(counted(u"the pieces of the heap that the insert of %1 takes"_s.arg(count),
                                  allocations([&](int n) { keys.insert(n); }), u"allocations"_s));
    }
}

void addDeclarations(std::vector<Figure> &figures, QQmlEngine &engine, const Size &size)
{
    const auto keys = someKeys(10'000);
    QVariantHash values;
    for (const QString &key : keys)
        values.insert(key, 1);
    const auto commit = [&](auto time, bool isSeen) {
        ViewModel viewModel;
        std::unique_ptr<QObject> bound;
        if (isSeen)
            bound = qml(engine, late(keys.back()), assignsOf(viewModel));
        Assigns changes;
        changes.reserve(qsizetype(keys.size()));
        for (const QString &key : keys)
            changes.set(key, 1);
        time([&] { viewModel.assign(std::move(changes)); });
        if (isSeen)
            check(*bound, keys.back(), 1);
    };
    const auto insert = [&](auto time) {
        QQmlPropertyMap map;
        const auto bound = qml(engine, late(keys.back()), QVariant::fromValue<QObject *>(&map));
        time([&] { map.insert(values); });
        check(*bound, keys.back(), 1);
    };
    const auto inQml = compare(u"make 10,000 keys"_s, size.rounds, [&](auto time) { commit(time, true); }, insert);
    const auto unseen = compare(u"make 10,000 keys, unseen"_s, size.rounds, [&](auto time) { commit(time, false); }, insert);
    figures.push_back({u"declare_10k_vs_bulk"_s, u"making 10,000 keys in one commit, one of them bound in QML: the time of one QQmlPropertyMap::insert(QVariantHash), so many times"_s,
                       inQml.ratio(), {}, u"≤ 1.2"_s});
    figures.push_back({{}, u"the same in a ViewModel whose dynamic keys no QML has asked for"_s, unseen.ratio(), {}, {}});
    figures.push_back({{}, u"the commit"_s, spreadOf(inQml.aside), u"µs"_s, {}});
    figures.push_back({{}, u"the bulk insert"_s, spreadOf(inQml.plain), u"µs"_s, {}});
}

void addReads(std::vector<Figure> &figures, QQmlEngine &engine, const Size &size)
{
    const QString members = uR"( function read(times: int): int {
        let sum = 0
        for (let i = 0; i < times; ++i)
            sum += root.source.latest
        return sum
    })"_s;
    Target target;
    PlainTarget plain;
    target.latest = 1;
    plain.setLatest(1);
    const auto reader = qml(engine, members, QVariant::fromValue<QObject *>(&target));
    const auto plainReader = qml(engine, members, QVariant::fromValue<QObject *>(&plain));
    const int times = size.tasks * 5;
    const auto read = [times](QObject &object) {
        int sum = 0;
        QMetaObject::invokeMethod(&object, "read", Q_RETURN_ARG(int, sum), Q_ARG(int, times));
        if (sum != times)
            throw std::runtime_error("a read is missing");
    };
    Pair pair = compare(u"read"_s, size.rounds, [&](auto time) { time([&] { read(*reader); }); },
                        [&](auto time) { time([&] { read(*plainReader); }); });
    figures.push_back({u"typed_read_vs_property"_s, u"reading a declared assign in QML: the time of reading a Q_PROPERTY written by hand, so many times"_s,
                       pair.ratio(), {}, u"≤ 1.1"_s});
    for (double &time : pair.aside)
        time *= 1000.0 / times;
    figures.push_back({{}, u"the read of the declared assign"_s, spreadOf(pair.aside), u"ns"_s, {}});
}

} // namespace

std::vector<Figure> Bench::store(const Size &size)
{
    QQmlEngine engine;
    std::vector<Figure> figures;
    addCommits(figures, engine, size);
    addDeclarations(figures, engine, size);
    addReads(figures, engine, size);
    return figures;
}

#endif
