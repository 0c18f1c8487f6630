// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "headless.h"

#include "interrupt.h"

#include <catalogue/catalogueerror.h>
#include <catalogue/humantext.h>
#include <catalogue/rawname.h>
#include <catalogue/scan.h>
#include <catalogue/search.h>
#include <explore/folderpath.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MillisecondsBetweenLines = 100;
constexpr qsizetype MostProblems = 20;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::Headless)

public:
    static QString of(const ScanProgress &progress)
    {
        return tr("%1 % · %2 %3")
            .arg(QString::number(int(100 * progress.fraction)), filesText(progress.files), inFoldersText(progress.folders));
    }
    static QString result(const ScanProgress &progress, bool whole, qint64 milliseconds, const QString &catalogue)
    {
        const QString words = whole
            ? tr("%1, %2, %3, catalogued in %4 s into %5")
            : tr("Stopped: %1, %2, %3, catalogued in %4 s into %5; what was in it before stays.");
        return words.arg(filesText(progress.files), sizeText(progress.bytes), inFoldersText(progress.folders),
                         QLocale().toString(double(milliseconds) / 1000, 'f', 1),
                         visibleText(QDir::toNativeSeparators(catalogue)));
    }
    static QString unread(qint64 count, qsizetype told)
    {
        return tr("%1 more could not be read.").arg(countText(count - told));
    }
};

bool isTerminal()
{
#ifdef Q_OS_UNIX
    return ::isatty(STDERR_FILENO) != 0;
#else
    return false;
#endif
}

void tellProblems(const QString &catalogue, const QByteArray &folder, const Console &console)
{
    const Connection connection(catalogue, Connection::Read);
    const QList<StoredProblem> problems = readProblems(connection, findRoot(connection, folder).root);
    const qsizetype told = std::min(problems.size(), MostProblems);
    for (const StoredProblem &problem : problems.first(told))
        console.complain(visibleText(problem.path.isEmpty() ? u"."_s : problem.path) % ": "_L1 % problem.reason);
    if (told < problems.size())
        console.complain(Words::unread(problems.size(), told));
}

} // namespace

Console systemConsole()
{
    const bool shows = isTerminal();
    const auto clear = [shows] {
        if (shows)
            std::fputs("\r\x1b[K", stderr);
    };
    Console console;
    console.say = [clear](const QString &line) {
        clear();
        std::fprintf(stdout, "%s\n", qUtf8Printable(line));
        std::fflush(stdout);
    };
    console.complain = [clear](const QString &line) {
        clear();
        std::fprintf(stderr, "aside-demo: %s\n", qUtf8Printable(line));
    };
    if (shows) {
        console.progress = [clear](const QString &line) {
            clear();
            std::fputs(qUtf8Printable(line), stderr);
        };
    }
    console.isCanceled = &Interrupt::hasCome;
    return console;
}

int catalogueWithoutWindow(const QByteArray &folder, const QString &catalogue, const Console &console)
{
    const QByteArray root = absolutePath(folder);
    QElapsedTimer clock;
    clock.start();
    QElapsedTimer sinceLine;
    ScanProgress last;
    const auto onProgress = [&](const ScanProgress &progress) {
        last = progress;
        const bool isDue = !sinceLine.isValid() || sinceLine.hasExpired(MillisecondsBetweenLines) || progress.fraction == 1;
        if (!console.progress || !isDue)
            return;
        console.progress(Words::of(progress));
        sinceLine.start();
    };
    try {
        const bool whole = scan(catalogue, root, onProgress, console.isCanceled);
        const qint64 took = clock.elapsed();
        if (last.problems > 0)
            tellProblems(catalogue, root, console);
        console.say(Words::result(last, whole, took, catalogue));
        return whole ? 0 : 1;
    } catch (const std::exception &error) { // of the catalogue or the folder: it says all there is to say
        console.complain(QString::fromUtf8(error.what()));
        return 1;
    }
}

} // namespace AsideDemo
