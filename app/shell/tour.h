// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "toursample.h"

#include <explore/scangate.h>

#include <QList>
#include <QObject>
#include <QPointF>
#include <QTimer>

#include <functional>
#include <memory>

class QQuickItem;
class QQuickWindow;

namespace AsideDemo {

class BackgroundModel;
class DashboardModel;
class ExploreModel;

/// Operates the window as a person would, with keys and clicks, and saves a picture of each state.
///
/// Each stop is an action and the state that has to follow. Whether it has been reached is asked
/// whenever something happens, never after a fixed time; a stop that is not reached within the
/// deadline fails the tour. Ends the application: with 0 only if every stop was reached.
class Tour : public QObject
{
    Q_OBJECT

public:
    /// \a folder is catalogued, or the tour's own sample where it is empty. Pictures go to \a pictures.
    /// The catalogue is a temporary one, unless \a keepsCatalogue.
    Tour(QQuickWindow &window, ExploreModel &explore, DashboardModel &dashboard, BackgroundModel &background, const QByteArray &folder, const QString &pictures,
         bool keepsCatalogue);

    void start();

private:
    struct Stop
    {
        QString name; ///< of the picture; empty takes none
        std::function<void()> act;
        std::function<bool()> isReached;
    };

    void addFolderStops();
    void addDashboardStops();
    void addSampleStops();
    void addDuplicateStops();
    void addTroubleStops();
    void addBackgroundStops();
    void addFloodStops();
    void addTaskStops();
    void addRecentStops();
    void addFileMenuStops();
    void addGoneFileStops();
    void addSettingsStops();
    void begin();
    void checkSoon();
    void check();
    void fail(const QString &why);
    bool savePicture(const QString &name);

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    /// By its shortcut, wherever it is in the rail.
    void openPage(const QString &name);
    void searchFor(const QString &text);
    void click(const QString &item);
    void click(const QString &item, const QPointF &place); ///< from the item's upper left
    void clickIn(const QString &card, const QString &item, const QPointF &place = {});
    void scrollTo(const QString &card);
    void clickFirstRow(const QString &list);
    QQuickItem *item(const QString &name) const;
    bool popupIs(const QString &name, const char *state) const;
    int countOf(const QString &list) const; ///< 0 where it is not shown
    QString placeholder() const; ///< the state of what is shown in place of an empty list
    bool isIdle() const;
    bool showsHitsFor(const QString &text) const;
    bool isScanned() const;
    bool showsDetails() const;
    bool hasCounted() const; ///< the dashboard

    QQuickWindow &m_window;
    ExploreModel &m_explore;
    DashboardModel &m_dashboard;
    BackgroundModel &m_background;
    TourSample m_sample;
    QByteArray m_folder;
    QString m_pictures;
    std::shared_ptr<ScanGate> m_gate;
    QList<Stop> m_stops;
    qsizetype m_stop = 0;
    int m_picture = 0;
    QString m_word; // what the tour searches its folder for
    bool m_isCheckDue = false;
    QTimer m_deadline;
};

} // namespace AsideDemo
