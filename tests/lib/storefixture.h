// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// A ViewModel that has every kind of key twice, declared and dynamic, with the same values; and what
// tests need to see that a commit came, or did not.

#include <aside/viewmodel.h>

#include <QPointer>
#include <QTest>

#include <stdexcept>

/// Declared a, b, label; dynamic x, y, note; computed total of a and b.
class Sample : public Aside::ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(int, a, 1)
    ASIDE_ASSIGN(int, b, 2)
    ASIDE_ASSIGN(QString, label, QStringLiteral("start"))
    ASIDE_COMPUTED(int, total, a + b, a, b)

public:
    Sample()
    {
        assign({{QStringLiteral("x"), 1}, {QStringLiteral("y"), 2}, {QStringLiteral("note"), QStringLiteral("start")}});
    }
};

/// The columns of the tests that hold for declared and dynamic assigns alike.
inline void addKindsOfKeys()
{
    QTest::addColumn<QString>("first"); // holds 1
    QTest::addColumn<QString>("second"); // holds 2
    QTest::addColumn<QString>("text"); // holds "start"
    QTest::newRow("declared") << QStringLiteral("a") << QStringLiteral("b") << QStringLiteral("label");
    QTest::newRow("dynamic") << QStringLiteral("x") << QStringLiteral("y") << QStringLiteral("note");
}

/// Everything that the store holds, to prove it untouched.
struct State
{
    explicit State(const Aside::ViewModel &viewModel)
        : keys(viewModel.keys())
        , snapshotKeys(viewModel.snapshot().keys())
        , values(viewModel.snapshot().toVariantMap())
    {
    }
    friend bool operator==(const State &, const State &) = default;

    QStringList keys;
    QStringList snapshotKeys;
    QVariantMap values;
};

/// Writes down every signal of a store, in order.
class Recorder : public QObject
{
public:
    explicit Recorder(Aside::ViewModel &viewModel)
    {
        connect(&viewModel, &Aside::ViewModel::keysChanged, this, [this] { log.append(QStringLiteral("keys")); });
        connect(&viewModel, &Aside::ViewModel::assigned, this, [this](const QString &key) { log.append(key); });
        connect(&viewModel, &Aside::ViewModel::assignsChanged, this, [this](const QStringList &keys) {
            log.append(QStringLiteral("[%1]").arg(keys.join(QLatin1Char(' '))));
        });
        connect(&viewModel, &Aside::ViewModel::handlerFailed, this,
                [this](const Aside::Failure &failure) { failures.append(failure); });
    }
    QStringList take() { return std::exchange(log, {}); }

    QStringList log;
    QList<Aside::Failure> failures;
};

/// Calls \a access, and gives the text of the E that it throws; null if it throws none.
template<typename E, typename Access>
QString thrown(Access &&access)
{
    try {
        access();
    } catch (const E &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}
