// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "tour.h"

#include "clippedtexts.h"

#include <background/backgroundmodel.h>
#include <dashboard/dashboardmodel.h>
#include <explore/exploremodel.h>
#include <flood/floodmodel.h>

#include <aside/taskobserver.h>

#include <QDir>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <chrono>
#include <cstdio>

namespace AsideDemo {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Deadline = 60s; // for one stop: only a tour that hangs gets there

} // namespace

Tour::Tour(QQuickWindow &window, ExploreModel &explore, DashboardModel &dashboard, BackgroundModel &background, const QByteArray &folder,
           const QString &pictures, bool keepsCatalogue)
    : m_window(window)
    , m_explore(explore)
    , m_dashboard(dashboard)
    , m_background(background)
    , m_folder(folder.isEmpty() ? m_sample.folder() : folder)
    , m_pictures(pictures)
{
    if (!keepsCatalogue)
        m_explore.setCatalogue(m_sample.catalogue());
    m_explore.files()->setOpener([](const QUrl &) { return true; }); // no other program comes in between
    m_window.setProperty("animated", false);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(u"was not reached in time"_s); });
    connect(&m_window, &QQuickWindow::afterAnimating, this, &Tour::checkSoon);
    connect(&m_window, &QQuickWindow::activeChanged, this, &Tour::checkSoon);
    connect(&m_explore, &ExploreModel::assignsChanged, this, &Tour::checkSoon);
    connect(&m_explore, &ExploreModel::taskFinished, this, &Tour::checkSoon);
    connect(m_explore.files(), &FileActions::assignsChanged, this, &Tour::checkSoon);
    connect(m_explore.recent(), &RecentFolders::assignsChanged, this, &Tour::checkSoon);
    connect(&m_dashboard, &DashboardModel::assignsChanged, this, &Tour::checkSoon);
    connect(&m_background, &BackgroundModel::assignsChanged, this, &Tour::checkSoon);
    connect(m_explore.duplicates(), &DuplicatesModel::assignsChanged, this, &Tour::checkSoon);
    connect(m_explore.duplicates(), &DuplicatesModel::taskFinished, this, &Tour::checkSoon);
}

void Tour::start()
{
    addFolderStops();
    addDashboardStops();
    addSampleStops();
    addDuplicateStops();
    addTroubleStops();
    addBackgroundStops();
    addFloodStops();
    addTaskStops();
    addSettingsStops();
    m_window.show();
    m_window.requestActivate();
    QMetaObject::invokeMethod(this, &Tour::begin, Qt::QueuedConnection);
}

void Tour::addFolderStops()
{
    m_stops.append(
        {u"welcome"_s, [] {}, [this] { return m_window.isActive() && placeholder() == "welcome"_L1; }});
    addRecentStops();
    m_stops.append({u"scanning"_s,
                    [this] {
                        m_gate = std::make_shared<ScanGate>();
                        m_explore.setScanGate(m_gate);
                        m_explore.open(m_folder);
                    },
                    [this] {
                        return m_explore.task(u"scan"_s)->isRunning() && m_explore.progress->readable > 0
                            && m_explore.entries()->count() > 0 && m_explore.largest()->count() > 0;
                    }});
    m_stops.append({u"stopped"_s, [this] { press(Qt::Key_Escape); },
                    [this] { return m_explore.task(u"scan"_s)->isCanceled() && isIdle(); }});
    m_stops.append(
        {u"catalogued"_s,
         [this] {
             m_explore.setScanGate(nullptr);
             press(Qt::Key_F5);
         },
         [this] { return isScanned() && m_explore.entries()->count() == m_explore.progress->files; }});
    m_stops.append({u"largest-file"_s,
                    [this] { clickFirstRow(u"largestList"_s); },
                    [this] { return showsDetails() && m_explore.selectedId == m_explore.largest()->get(0).value(u"fileId"_s).toLongLong(); }});
    m_stops.append({QString(), [this] { click(u"detailsBack"_s); }, [this] { return m_explore.selectedId == 0; }});
    m_stops.append(
        {u"search"_s,
         [this] {
             const auto first = m_explore.entries()->index(0);
             m_word = m_explore.entries()->data(first, EntryListModel::NameRole).toString().left(3).trimmed();
             searchFor(m_word);
         },
         [this] { return showsHitsFor(m_word) && m_explore.entries()->count() > 0; }});
    m_stops.append({u"sorted-by-size"_s, [this] { click(u"sortBySize"_s); },
                    [this] {
                        return isIdle() && m_explore.hits.value()
                            && m_explore.hits.value()->query.sortBy == SortBy::Size;
                    }});
    m_stops.append({u"selected"_s, [this] { press(Qt::Key_Down); }, [this] { return showsDetails(); }});
    addFileMenuStops();
    m_stops.append({u"nothing-found"_s, [this] { searchFor(u"nothing-is-called-this"_s); },
                    [this] { return isIdle() && placeholder() == "nohits"_L1; }});
    m_stops.append({QString(), [this] { press(Qt::Key_Escape); },
                    [this] { return showsHitsFor({}) && m_explore.entries()->count() > 0; }});
}

void Tour::addSampleStops()
{
    m_stops.append(
        {QString(), [this] { m_explore.open(m_sample.folder()); }, [this] { return isScanned(); }});
    m_stops.append({u"folder-dialog"_s, [this] { press(Qt::Key_O, Qt::ControlModifier); },
                    [this] {
                        const auto *list = item(u"folderList"_s);
                        return popupIs(u"folderChooser"_s, "opened") && list
                            && list->property("count").toInt() > 0;
                    }});
    m_stops.append({QString(), [this] { press(Qt::Key_Escape); },
                    [this] { return !popupIs(u"folderChooser"_s, "visible"); }});
    m_stops.append(
        {QString(), [this] { searchFor(u"notes"_s); }, [this] { return showsHitsFor(u"notes"_s); }});
    m_stops.append({u"text"_s, [this] { press(Qt::Key_Return); },
                    [this] { return showsDetails() && !m_explore.details->lines.isEmpty(); }});
    m_stops.append(
        {QString(), [this] { searchFor(u"sunset"_s); }, [this] { return showsHitsFor(u"sunset"_s); }});
    m_stops.append({u"picture"_s, [this] { press(Qt::Key_Return); },
                    [this] { return showsDetails() && m_explore.details->hasPicture(); }});
    m_stops.append({u"odd-names"_s, [this] { searchFor(u"odd txt"_s); },
                    [this] { return showsHitsFor(u"odd txt"_s) && m_explore.entries()->count() == 3; }});
    m_stops.append({u"unread-places"_s, [this] { click(u"problemsButton"_s); },
                    [this] { return popupIs(u"problemsPopup"_s, "opened"); }});
    m_stops.append(
        {QString(), [this] { press(Qt::Key_Escape); },
         [this] { return !popupIs(u"problemsPopup"_s, "visible") && m_explore.filter == u"odd txt"_s; }});
    m_stops.append(
        {QString(), [this] { searchFor(u"vanishing"_s); }, [this] { return showsHitsFor(u"vanishing"_s); }});
    m_stops.append({u"vanished"_s,
                    [this] {
                        m_sample.removeFile("letters/vanishing.txt");
                        press(Qt::Key_Return);
                    },
                    [this] { return showsDetails() && !m_explore.details->note.isEmpty(); }});
    addGoneFileStops();
}

void Tour::addDuplicateStops()
{
    const auto isOver = [this](int rows) {
        DuplicatesModel &duplicates = *m_explore.duplicates();
        return isIdle() && duplicates.task(u"duplicates"_s)->outcome() == Aside::Outcome::Ok
            && (duplicates.groups()->count() > 0) == (rows > 0);
    };
    m_stops.append({QString(), [this] { m_explore.open(m_sample.folder()); }, [this] { return isScanned(); }});
    m_stops.append({u"duplicates-running"_s,
                    [this] {
                        m_gate = std::make_shared<ScanGate>();
                        m_explore.duplicates()->setGate(m_gate);
                        press(Qt::Key_D, Qt::ControlModifier);
                    },
                    [this] { return m_explore.duplicates()->groups()->count() > 0; }});
    m_stops.append({QString(),
                    [this] {
                        m_explore.duplicates()->setGate(nullptr);
                        m_gate->open();
                    },
                    [isOver] { return isOver(1); }});
    m_stops.append({u"duplicates"_s, [this] { press(Qt::Key_Down); }, [this] { return showsDetails(); }});
    m_stops.append({QString(), [this] { press(Qt::Key_Escape); }, [this] { return !m_explore.duplicates()->isOpen; }});
    m_stops.append({QString(), [this] { m_explore.open(m_sample.folder() + "/pictures"); }, [this] { return isScanned(); }});
    m_stops.append({u"no-duplicates"_s, [this] { click(u"duplicatesButton"_s); }, [isOver] { return isOver(0); }});
    m_stops.append({QString(), [this] { click(u"duplicatesBack"_s); }, [this] { return !m_explore.duplicates()->isOpen; }});
}

void Tour::addTroubleStops()
{
    const auto hasNotice = [this](Notice::Action action) {
        return isIdle() && !m_explore.notice->text.isEmpty() && m_explore.notice->action == action
            && m_explore.task(u"scan"_s)->hasFailed();
    };
    m_stops.append({u"empty-folder"_s, [this] { m_explore.open(m_sample.emptyFolder()); },
                    [this] { return isScanned() && placeholder() == "empty"_L1; }});
    m_stops.append({u"missing-folder"_s, [this] { m_explore.open(m_sample.missingFolder()); },
                    [hasNotice] { return hasNotice(Notice::Retry); }});
    m_stops.append({u"damaged-catalogue"_s,
                    [this] {
                        m_explore.setCatalogue(m_sample.damagedCatalogue());
                        m_explore.open(m_sample.folder());
                    },
                    [hasNotice] { return hasNotice(Notice::StartAfresh); }});
    m_stops.append({u"started-afresh"_s, [this] { click(u"noticeAction"_s); },
                    [this] {
                        return isScanned() && m_explore.notice->text.isEmpty()
                            && m_explore.entries()->count() > 0;
                    }});
}

void Tour::addBackgroundStops()
{
    m_stops.append({u"background"_s, [this] { press(Qt::Key_3, Qt::ControlModifier); },
                    [this] { return item(u"startOne"_s)->isVisible() && item(u"startOne"_s)->hasActiveFocus(); }});
    m_stops.append({u"counting"_s, [this] { click(u"startMany"_s); },
                    [this] { return m_background.running == 100 && m_background.count > 300; }});
    m_stops.append({u"too-many-instances"_s,
                    [this] {
                        click(u"startMany"_s);
                        click(u"startMany"_s);
                    },
                    [this] { return m_background.running == m_background.allowed && !m_background.problem->isEmpty(); }});
    m_stops.append({u"no-number"_s,
                    [this] {
                        click(u"maximumText"_s);
                        press(Qt::Key_A, Qt::ControlModifier);
                        type(u"plenty"_s);
                        press(Qt::Key_Return);
                    },
                    [this] { return m_background.problem->contains(u"plenty"_s); }});
    m_stops.append({QString(), [this] { press(Qt::Key_Escape); }, [this] { return m_background.problem->isEmpty(); }});
    m_stops.append({u"stopped-counting"_s, [this] { press(Qt::Key_Escape); },
                    [this] { return m_background.running == 0 && m_background.instances()->count() == 0; }});
    m_stops.append({u"fetching"_s, [this] { click(u"fetchButton"_s); },
                    [this] { return m_background.fingerprint()->progress > 0.3; }});
    m_stops.append({u"fetched"_s, [] { },
                    [this] { return !m_background.fingerprint()->result->isEmpty() && m_background.log->size() == 1; }});
    m_stops.append({QString(), [this] { click(u"fetchButton"_s); },
                    [this] { return m_background.fingerprint()->progress > 0.1 && m_background.fingerprint()->running; }});
    m_stops.append({u"panel-closed"_s, [this] { click(u"closePanel"_s); },
                    [this] { return !m_background.fingerprint() && m_background.log->size() == 2; }});
    m_stops.append({QString(), [this] { click(u"openPanel"_s); }, [this] { return m_background.fingerprint(); }});
    m_stops.append({QString(), [this] { press(Qt::Key_1, Qt::ControlModifier); },
                    [this] { return item(u"searchField"_s)->isVisible(); }});
}

void Tour::addFloodStops()
{
    auto *const flood = m_window.property("flood").value<FloodModel *>();
    connect(flood, &FloodModel::runningChanged, this, &Tour::checkSoon);
    // As long as it takes to see it on the plot, but for the guard, which would take longer.
    constexpr qint64 seen = 2500;
    m_stops.append({u"flood"_s,
                    [this, flood] {
                        flood->setGuard({.waiting = 20'000, .time = 6s});
                        openPage(u"floodPage"_s);
                    },
                    [this] { return item(u"floodButton"_s)->hasActiveFocus(); }});
    m_stops.append({u"flood-naive"_s, [this] { press(Qt::Key_Return); },
                    [flood] { return flood->naive->milliseconds > seen; }});
    m_stops.append({u"flood-stopped-by-its-guard"_s, [] { },
                    [flood] { return !flood->running && !flood->note->isEmpty(); }});
    m_stops.append({u"flood-aside"_s,
                    [this] {
                        press(Qt::Key_Backtab);
                        press(Qt::Key_Right);
                        click(u"floodButton"_s);
                    },
                    [flood] { return flood->way == FloodModel::WithAside && flood->aside->milliseconds > seen; }});
    m_stops.append({u"flood-verdict"_s, [this] { press(Qt::Key_Escape); },
                    [flood] { return !flood->running && flood->aside->isMeasured(); }});
    m_stops.append({QString(), [this] { press(Qt::Key_1, Qt::ControlModifier); },
                    [this] { return item(u"searchField"_s)->isVisible(); }});
}

void Tour::addTaskStops()
{
    m_stops.append({u"no-tasks"_s, [this] { openPage(u"tasksPage"_s); },
                    [this] { return item(u"noTasks"_s)->isVisible(); }});
    m_stops.append({u"task-scan"_s, [this] { click(u"tasksScan"_s); },
                    [this] { return isScanned() && countOf(u"taskTable"_s) > 0; }});
    m_stops.append({u"task-superseded"_s,
                    [this] {
                        click(u"tasksSearch"_s);
                        type(u"notes"_s);
                    },
                    [this] { return showsHitsFor(u"notes"_s) && countOf(u"taskTable"_s) >= 5; }});
    m_stops.append({QString(),
                    [this] {
                        m_background.reset();
                        click(u"tasksCount"_s);
                    },
                    [this] { return m_background.running == 20 && countOf(u"taskTable"_s) > 20; }});
    m_stops.append({u"task-counting"_s, [] { }, [this] { return m_background.count > 400; }});
    m_stops.append({u"task-canceled"_s,
                    [this] {
                        clickFirstRow(u"taskTable"_s);
                        press(Qt::Key_Delete);
                        press(Qt::Key_Down);
                    },
                    [this] { return m_background.running == 19; }});
    m_stops.append({u"task-filtered"_s, [this] { click(u"chooseCanceled"_s); },
                    [this] { return countOf(u"taskTable"_s) > 0 && countOf(u"taskTable"_s) < 19; }});
    m_stops.append({u"task-paused"_s,
                    [this] {
                        click(u"chooseAny"_s);
                        click(u"taskChart"_s);
                        press(Qt::Key_End);
                        press(Qt::Key_Up);
                        press(Qt::Key_Space);
                    },
                    [this] { return item(u"taskInspector"_s)->property("paused").toBool(); }});
    m_stops.append({u"task-rest"_s,
                    [this] {
                        press(Qt::Key_Space);
                        click(u"tasksStopCounting"_s);
                    },
                    [this] { return item(u"taskInspector"_s)->property("liveCount").toInt() == 0; }});
    m_stops.append({QString(), [this] { openPage(u"explorePage"_s); }, [this] { return item(u"searchField"_s)->isVisible(); }});
    m_stops.append({QString(), [this] { searchFor({}); press(Qt::Key_Escape); }, [this] { return showsHitsFor({}); }});
}

void Tour::begin()
{
    if (!m_sample.isComplete())
        return fail(u"cannot begin: its sample could not be made"_s);
    if (!QDir().mkpath(m_pictures))
        return fail(u"cannot make its folder"_s);
    m_deadline.start(Deadline);
    m_stops.first().act();
    checkSoon();
}

void Tour::checkSoon()
{
    // Not from within a signal: every slot and every binding has its turn first.
    if (!m_isCheckDue && m_deadline.isActive()) {
        m_isCheckDue = true;
        QMetaObject::invokeMethod(this, &Tour::check, Qt::QueuedConnection);
    }
}

void Tour::check()
{
    m_isCheckDue = false;
    if (!m_deadline.isActive() || !m_stops.at(m_stop).isReached())
        return;
    if (const QString name = m_stops.at(m_stop).name; !name.isEmpty() && !savePicture(name))
        return fail(u"cannot save its picture"_s);
    if (++m_stop == m_stops.size()) {
        m_deadline.stop();
        return QCoreApplication::exit(0);
    }
    m_deadline.start(Deadline);
    m_stops.at(m_stop).act();
    checkSoon();
}

void Tour::fail(const QString &why)
{
    m_deadline.stop();
    const QString name = m_stops.at(m_stop).name;
    std::fprintf(stderr, "tour: stop %d (%s) %s\n", int(m_stop + 1), qUtf8Printable(name),
                 qUtf8Printable(why));
    savePicture(u"failed"_s);
    QCoreApplication::exit(1);
}

bool Tour::savePicture(const QString &name)
{
    const QString file
        = QDir(m_pictures).filePath(u"%1-%2.png"_s.arg(++m_picture, 2, 10, QChar(u'0')).arg(name));
    if (!m_window.grabWindow().save(file))
        return false;
    const QStringList clipped = clippedTexts(*m_window.contentItem());
    for (const QString &text : clipped)
        std::fprintf(stderr, "tour: clipped in %s: %s\n", qUtf8Printable(name), qUtf8Printable(text));
    std::printf("%s\n", qUtf8Printable(QDir::toNativeSeparators(file)));
    std::fflush(stdout);
    return true;
}

void Tour::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&m_window, key, modifiers);
}

void Tour::openPage(const QString &name)
{
    const QQuickItem *const page = item(name);
    press(Qt::Key(Qt::Key_1 + page->parentItem()->childItems().indexOf(page)), Qt::ControlModifier);
}

void Tour::searchFor(const QString &text)
{
    press(Qt::Key_F, Qt::ControlModifier);
    type(text);
}

void Tour::type(const QString &text)
{
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, &m_window, Qt::Key_unknown, letter, Qt::NoModifier);
}

void Tour::click(const QString &name)
{
    const QQuickItem *target = item(name);
    click(name, target ? QPointF(target->width() / 2, target->height() / 2) : QPointF());
}

void Tour::clickFirstRow(const QString &list)
{
    click(list, {40, 10});
}

void Tour::click(const QString &name, const QPointF &place)
{
    const QQuickItem *target = item(name);
    if (!target || !target->isVisible())
        return fail(u"has no %1 to click on"_s.arg(name));
    QTest::mouseClick(&m_window, Qt::LeftButton, Qt::NoModifier, target->mapToScene(place).toPoint());
    QTest::mouseMove(&m_window, {1, m_window.height() - 2}); // no hint of what is pointed at comes into the picture
}

QQuickItem *Tour::item(const QString &name) const
{
    return m_window.findChild<QQuickItem *>(name);
}

bool Tour::popupIs(const QString &name, const char *state) const
{
    const auto *popup = m_window.findChild<QObject *>(name);
    return popup && popup->property(state).toBool();
}

int Tour::countOf(const QString &list) const
{
    const QQuickItem *found = item(list);
    return found && found->isVisible() ? found->property("count").toInt() : 0;
}

QString Tour::placeholder() const
{
    const QQuickItem *found = item(u"listPlaceholder"_s);
    return found && found->isVisible() ? found->state() : QString();
}

bool Tour::isIdle() const
{
    for (const QString &name : {u"scan"_s, u"search"_s, u"rows"_s, u"details"_s, u"startAfresh"_s}) {
        if (m_explore.task(name)->isRunning())
            return false;
    }
    return true;
}

bool Tour::showsHitsFor(const QString &text) const
{
    return isIdle() && m_explore.hits.value() && m_explore.hits.value()->query.text == text;
}

bool Tour::isScanned() const
{
    return isIdle() && m_explore.task(u"scan"_s)->outcome() == Aside::Outcome::Ok && m_explore.hits.value();
}

bool Tour::showsDetails() const
{
    return isIdle() && m_explore.selectedId != 0 && m_explore.details->id == m_explore.selectedId;
}

} // namespace AsideDemo
