// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "fingerprintmodel.h"

#include <aside/settings.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFile>
#include <QList>
#include <QThread>
#include <QTime>

#include <algorithm>
#include <utility>

namespace AsideDemo {

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Pieces = 100;
constexpr qsizetype LinesOfLog = 30;

/// Reads the file to its end, or until nobody wants it any more. Returns how it ended.
QString read(const QString &path, const StateToken &state, std::chrono::milliseconds pause)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const QString why = FingerprintModel::tr("%1 cannot be read: %2").arg(path, file.errorString());
        modifyState(state, [&](LiveState &live) { live.assign({{u"problem"_s, why}, {u"running"_s, false}}); });
        return why;
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const qint64 size = file.size();
    const qint64 piece = std::max<qint64>(1, (size + Pieces - 1) / Pieces);
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(piece);
        if (bytes.isEmpty())
            break;
        hash.addData(bytes);
        const bool isWanted = modifyState(state, [&](LiveState &live) {
            live.assign(u"progress"_s, double(file.pos()) / double(std::max(size, file.pos())));
            return live.value<bool>(u"wanted"_s);
        });
        if (!isWanted) {
            modifyState(state, [](LiveState &live) { live.assign(u"running"_s, false); });
            return FingerprintModel::tr("the thread was told in its block that it is not wanted any more");
        }
        QThread::usleep(static_cast<unsigned long>(std::chrono::microseconds(pause).count()));
    }
    const QString result = QString::fromLatin1(hash.result().toHex());
    modifyState(state, [&](LiveState &live) {
        live.assign({{u"result"_s, result}, {u"progress"_s, 1.0}, {u"running"_s, false}});
    });
    return FingerprintModel::tr("the thread has read all, and left its result by a block");
}

void tell(const StateToken &journal, const QString &line)
{
    const QString stamped = QTime::currentTime().toString(u"HH:mm:ss"_s) + u"  "_s + line;
    modifyState(journal, [&](LiveState &live) {
        live.assign(u"log"_s, (QStringList(stamped) + live.value<QStringList>(u"log"_s)).mid(0, LinesOfLog));
    });
}

/// What the thread does.
void work(const QString &path, const StateToken &state, const StateToken &journal, std::chrono::milliseconds pause)
{
    QString ending;
    try {
        ending = read(path, state, pause);
    } catch (const StateGoneError &error) {
        ending = FingerprintModel::tr("StateGoneError: %1. The thread has ended").arg(error.message());
    }
    try {
        tell(journal, ending);
    } catch (const StateGoneError &) {
        // The page is gone, too: nobody is left who would read it.
    }
}

/// The threads that read. They belong to no state, as a library's would; the application waits for them as
/// it ends. By then every state is gone, so each of them ends at its next block. Home thread.
class Threads
{
public:
    static void start(QThread *thread)
    {
        if (!std::exchange(s_isRegistered, true))
            qAddPostRoutine(&join);
        s_threads.append(thread);
        QObject::connect(thread, &QThread::finished, thread, [thread] {
            s_threads.removeOne(thread);
            thread->deleteLater();
        });
        thread->setObjectName(u"Fingerprint"_s);
        thread->start();
    }

private:
    static void join()
    {
        s_isRegistered = false;
        const QDeadlineTimer deadline(quitGrace());
        for (QThread *const thread : std::exchange(s_threads, {})) {
            if (thread->wait(deadline)) // a disk may never answer
                delete thread;
        }
    }

    static inline bool s_isRegistered = false;
    static inline QList<QThread *> s_threads;
};

} // namespace

FingerprintModel::FingerprintModel(const StateToken &journal, QObject *parent)
    : ViewModel(parent)
    , m_journal(journal)
{
    file = QCoreApplication::applicationFilePath();
}

void FingerprintModel::start()
{
    if (running)
        return;
    assign({{u"wanted"_s, true}, {u"running"_s, true}, {u"progress"_s, 0.0},
            {u"result"_s, QString()}, {u"problem"_s, QString()}});
    Threads::start(QThread::create(
        [path = file.value(), state = token(), journal = m_journal, pause = m_pause] { work(path, state, journal, pause); }));
}

void FingerprintModel::stop()
{
    wanted = false;
}

} // namespace AsideDemo
