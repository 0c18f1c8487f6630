// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QList>
#include <QQmlEngine>

namespace Aside::Qml {

/// The time from frame to frame, as whoever has the frames tells it: a list of the latest, with the role
/// `milliseconds`, the newest last; -1 where there is none yet. FrameMeter draws it. `latest` has the same
/// as numbers, without what is not there yet.
///
/// What it tells changes a few times a second, and once more when it becomes inactive; frame() itself
/// costs next to nothing, and nothing is measured while it is not active.
///
/// \code
/// FrameTimes { id: times; active: vm.task("scan").running }
/// Connections { target: window; function onAfterAnimating() { times.frame() } }
/// Text { text: `${Math.round(times.longest)} ms` }
/// \endcode
class FrameTimes : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(bool measured READ isMeasured NOTIFY changed FINAL)
    Q_PROPERTY(double average READ average NOTIFY changed FINAL) ///< ms, of the latest
    Q_PROPERTY(double longest READ longest NOTIFY changed FINAL) ///< ms, since the last reset()
    Q_PROPERTY(QList<double> latest READ latest NOTIFY changed FINAL) ///< ms, the newest last
    Q_PROPERTY(int count READ count NOTIFY changed FINAL) ///< of all frames since the last reset()
    Q_PROPERTY(int lateCount READ lateCount NOTIFY changed FINAL) ///< of those that took longer than `late`
    /// How many rows there are.
    Q_PROPERTY(int capacity READ capacity WRITE setCapacity NOTIFY capacityChanged FINAL)
    /// ms. The default is one and a half frames at 60 a second: one was missed, then, whatever the clocks.
    Q_PROPERTY(double late READ late WRITE setLate NOTIFY lateChanged FINAL)

public:
    using QAbstractListModel::QAbstractListModel;

    bool isActive() const { return m_active; }
    void setActive(bool active);
    bool isMeasured() const { return !m_shown.isEmpty(); }
    double average() const;
    double longest() const { return m_longestShown; }
    QList<double> latest() const { return m_shown; }
    int count() const { return m_countShown; }
    int lateCount() const { return m_lateCountShown; }
    int capacity() const { return m_capacity; }
    void setCapacity(int capacity);
    double late() const { return m_late; }
    /// For frames that are told from now on.
    void setLate(double milliseconds);

    /// A frame is about to be drawn.
    Q_INVOKABLE void frame();
    Q_INVOKABLE void reset();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void activeChanged();
    void changed();
    void capacityChanged();
    void lateChanged();

private:
    void show();

    bool m_active = false;
    QElapsedTimer m_sinceFrame;
    QElapsedTimer m_sinceShown;
    QList<double> m_frames;
    double m_longest = 0;
    int m_count = 0;
    int m_lateCount = 0;
    int m_capacity = 40;
    double m_late = 25;
    QList<double> m_shown;
    double m_longestShown = 0;
    int m_countShown = 0;
    int m_lateCountShown = 0;
};

} // namespace Aside::Qml
