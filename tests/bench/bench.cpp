// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;

namespace Bench {

Spread spreadOf(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    return {values.front(), values[values.size() / 2], values.back()};
}

Spread ratioOf(const std::vector<double> &left, const std::vector<double> &right)
{
    std::vector<double> ratios;
    for (size_t i = 0; i < std::min(left.size(), right.size()); ++i)
        ratios.push_back(left[i] / right[i]);
    return spreadOf(std::move(ratios));
}

namespace {

/// What a way leaves behind, objects to delete and a heap in pieces, is not on the bill of the next.
void clearAway()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace

std::vector<std::vector<double>> measure(const std::vector<Way> &ways, int rounds)
{
    using Clock = std::chrono::steady_clock;
    std::vector<std::vector<double>> times(ways.size());
    for (int round = -1; round < rounds; ++round) {
        for (size_t i = 0; i < ways.size(); ++i) {
            std::fprintf(stderr, "\r%-40s round %d of %d ", qPrintable(ways[i].name), round + 1, rounds);
            const auto start = Clock::now();
            ways[i].run();
            const std::chrono::duration<double, std::micro> time = Clock::now() - start;
            if (round >= 0)
                times[i].push_back(time.count());
            clearAway();
        }
    }
    std::fprintf(stderr, "\r%-60s\r", "");
    return times;
}

void leaveOut(const QString &key, const QString &why)
{
    std::printf("%s is left out: %s.\n", qPrintable(key), qPrintable(why));
}

void printTable(const std::vector<Figure> &figures)
{
    std::printf("%-30s %10s %21s  %-8s %s\n", "key", "median", "lowest … highest", "aim", "what");
    for (const Figure &figure : figures) {
        std::printf("%-30s %10.3f %9.3f … %9.3f  %-8s %s%s\n", qPrintable(figure.key), figure.value.median,
                    figure.value.lowest, figure.value.highest, qPrintable(figure.aim), qPrintable(figure.what),
                    qPrintable(figure.unit.isEmpty() ? QString() : QString(u", "_s + figure.unit)));
    }
}

void writeJson(const std::vector<Figure> &figures, const QString &fileName)
{
    QJsonObject object;
    for (const Figure &figure : figures) {
        if (!figure.key.isEmpty())
            object.insert(figure.key, figure.value.median);
    }
    QFile file(fileName);
    const QByteArray text = QJsonDocument(object).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        throw std::runtime_error("cannot write " + fileName.toStdString() + ": " + file.errorString().toStdString());
}

} // namespace Bench
