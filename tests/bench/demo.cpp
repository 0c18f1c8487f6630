// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"
#include "heart.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <map>
#include <stdexcept>

using namespace Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

#ifdef ASIDE_BENCH_DEMO

namespace {

const QString program = QStringLiteral(ASIDE_BENCH_DEMO);

/// Waits for the end of \a command, whose output is thrown away. Returns its exit code, -1 if there is none.
int run(const QString &command, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(command, arguments);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit)
        return -1;
    return process.exitCode();
}

class Place
{
public:
    QString database() const { return m_folder.filePath(u"catalogue.sqlite"_s); }
    void removeDatabase() const
    {
        for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(database() + end);
    }
    /// A folder with \a count files.
    QString sample(int count) const
    {
        const QDir folder(m_folder.filePath(u"sample"_s));
        folder.mkpath(u"."_s);
        for (int i = 0; i < count; ++i) {
            QFile file(folder.filePath(u"file %1.txt"_s.arg(i)));
            if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(i, 'x')) != i)
                throw std::runtime_error("cannot write " + file.fileName().toStdString());
        }
        return folder.path();
    }

private:
    QTemporaryDir m_folder;
};

std::vector<Figure> scan(const Size &size, const Place &place)
{
    const QString folder = size.rounds > 5 ? u"/usr"_s : u"/usr/share"_s;
    const QString key = u"demo_scan_vs_find"_s;
    if (!QFileInfo(folder).isDir()) {
        leaveOut(key, folder + u" is missing"_s);
        return {};
    }
    if (run(u"find"_s, {folder, u"-maxdepth"_s, u"0"_s, u"-printf"_s, u"%s"_s}) != 0) {
        leaveOut(key, u"this system has no find that knows -printf"_s);
        return {};
    }
    const auto catalogue = [&] {
        if (run(program, {u"--headless"_s, u"--scan"_s, folder, u"--database"_s, place.database()}) != 0)
            throw std::runtime_error("the demo could not catalogue " + folder.toStdString());
    };
    const auto times = measure({
        {u"find -printf"_s, [&] { run(u"find"_s, {folder, u"-printf"_s, u"%p %s %t\\n"_s}); }},
        {u"aside-demo --headless --scan"_s, [&] {
            place.removeDatabase();
            catalogue();
        }},
        {u"the same once more"_s, catalogue},
    }, size.rounds);
    const auto seconds = [](std::vector<double> microseconds) {
        for (double &time : microseconds)
            time /= 1e6;
        return spreadOf(std::move(microseconds));
    };
    return {
        {key, u"cataloguing %1 into a new database, over find -printf with sizes and dates; whole processes"_s.arg(folder),
         ratioOf(times[1], times[0]), {}, u"≤ 4"_s},
        {{}, u"the same into a database that has it already"_s, ratioOf(times[2], times[0]), {}, {}},
        {{}, u"find -printf"_s, seconds(times[0]), u"s"_s, {}},
        {{}, u"the demo"_s, seconds(times[1]), u"s"_s, {}},
    };
}

/// The demo with a window, on a folder; it is ended with this.
class Window
{
public:
    Window(const QString &folder, const QString &database)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_LOGGING_RULES"_s, u"aside.demo.start=true"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setReadChannel(QProcess::StandardError);
        const auto start = Clock::now();
        m_process.start(program, {u"--fresh"_s, u"--database"_s, database, folder});
        QByteArray said;
        while (!said.contains("first frame after")) {
            if (!m_process.waitForReadyRead(30'000))
                return;
            said += m_process.readAll();
        }
        m_firstFrame = Clock::now() - start;
    }
    ~Window()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Window)

    bool isShown() const { return m_firstFrame > 0ms; }
    Milliseconds firstFrame() const { return m_firstFrame; }

    /// How often each of its threads has been woken so far; empty where the system does not say.
    std::map<QString, qint64> wakeUps() const
    {
        std::map<QString, qint64> wakeUps;
        const QDir threads(u"/proc/%1/task"_s.arg(m_process.processId()));
        for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile status(threads.filePath(thread + u"/status"_s));
            if (!status.open(QIODevice::ReadOnly))
                continue; // it has just ended
            for (const QByteArray &line : status.readAll().split('\n')) {
                if (line.startsWith("voluntary_ctxt_switches:"))
                    wakeUps[thread] = line.mid(line.indexOf(':') + 1).trimmed().toLongLong();
            }
        }
        return wakeUps;
    }
    /// A second, of all of its threads.
    double wakeUpsWithin(std::chrono::milliseconds time) const
    {
        const auto before = wakeUps();
        QThread::msleep(static_cast<unsigned long>(time.count()));
        const auto after = wakeUps();
        if (after.empty())
            throw std::runtime_error("the demo ended while it was watched");
        qint64 sum = 0;
        for (const auto &[thread, count] : after) {
            const auto known = before.find(thread);
            sum += count - (known == before.end() ? 0 : known->second);
        }
        return double(sum) * 1000 / double(time.count());
    }

private:
    QProcess m_process;
    Milliseconds m_firstFrame{0};
};

std::vector<Figure> window(const Size &size, const Place &place)
{
    const QString folder = place.sample(200);
    std::vector<double> firstFrames;
    std::vector<double> wakeUps;
    for (int round = 0; round <= size.rounds; ++round) { // the first one warms up
        const Window window(folder, place.database());
        if (!window.isShown()) {
            for (const auto *const key : {"demo_first_frame_ms", "demo_idle_wakeups"})
                leaveOut(QString::fromLatin1(key), u"the demo showed no window; without a display, set QT_QPA_PLATFORM=offscreen"_s);
            return {};
        }
        if (round > 0)
            firstFrames.push_back(window.firstFrame().count());
        if (round < size.rounds || window.wakeUps().empty())
            continue;
        // Until it has read the folder, and all that fades has faded.
        for (int seconds = 0; seconds < 20 && window.wakeUpsWithin(1s) > 2; ++seconds) { }
        for (int i = 0; i < size.rounds; ++i)
            wakeUps.push_back(window.wakeUpsWithin(2s));
    }
    std::vector<Figure> figures{{u"demo_first_frame_ms"_s, u"from the start of the demo's process to its first frame"_s,
                                 spreadOf(firstFrames), u"ms"_s, {}}};
    if (wakeUps.empty())
        leaveOut(u"demo_idle_wakeups"_s, u"this system has no /proc that counts them"_s);
    else
        figures.push_back({u"demo_idle_wakeups"_s, u"how often a second the demo wakes up, all of its threads, while a folder is open and nothing moves"_s,
                           spreadOf(wakeUps), {}, u"≤ 2"_s});
    return figures;
}

} // namespace

std::vector<Figure> Bench::demo(const Size &size)
{
    if (!QFileInfo(program).isExecutable()) {
        for (const auto *const key : {"demo_scan_vs_find", "demo_first_frame_ms", "demo_idle_wakeups"})
            leaveOut(QString::fromLatin1(key), u"the demo is not built (target aside-demo)"_s);
        return {};
    }
    const Place place;
    std::vector<Figure> figures = scan(size, place);
    for (Figure &figure : window(size, place))
        figures.push_back(std::move(figure));
    return figures;
}

#else

std::vector<Figure> Bench::demo(const Size &)
{
    for (const auto *const key : {"demo_scan_vs_find", "demo_first_frame_ms", "demo_idle_wakeups"})
        leaveOut(QString::fromLatin1(key), u"this build has no demo (ASIDE_BUILD_APP is off)"_s);
    return {};
}

#endif
