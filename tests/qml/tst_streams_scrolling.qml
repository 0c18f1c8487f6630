// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import AsideFixtures

/// L2: what a ListView shows stays where it is when rows come, change and go.
StrictCase {
    id: root

    name: "StreamsScrolling"
    when: windowShown
    width: 200
    height: 200

    property Feed feed: null
    property ListView view: null

    Component {
        id: feedComponent
        Feed { }
    }
    Component {
        id: listComponent
        ListView {
            width: 200
            height: 200
            delegate: FeedRow { }
        }
    }

    /// Shows 200 rows from row \a at on, a quarter of which is scrolled away.
    function start(uneven: bool, at: int, kept = 320) {
        root.feed = createTemporaryObject(feedComponent, root, { uneven: uneven }) as Feed
        root.feed.insert(-1, 200)
        root.view = createTemporaryObject(listComponent, root, { model: root.feed.rows, cacheBuffer: kept }) as ListView
        root.view.positionViewAtIndex(at, ListView.Beginning)
        root.view.contentY += at > 0 ? 5 : 0
        settle()
    }
    /// Waits until the list has made the rows that it shows, and those that it keeps around them.
    function settle() {
        root.view.forceLayout()
        let before = -1
        tryVerify(() => {
            const now = root.view.contentItem.children.length
            const isSame = now === before
            before = now
            return isSame
        })
    }
    /// The number of the row at the top, and where its own top is.
    function topRow(): string {
        const item = root.view.itemAt(5, root.view.contentY) as FeedRow
        return `${item.number} at ${item.y - root.view.contentY}`
    }

    function cases(changes: var): var {
        const rows = []
        for (const change of changes) {
            for (const uneven of [false, true])
                rows.push({ tag: `${change.tag}${uneven ? ", of many heights" : ""}`, uneven: uneven, change: change.change })
        }
        return rows
    }

    function test_rowAtTheTop_stays_data() {
        return cases([
            { tag: "inserted in front", change: feed => feed.insert(0, 10) },
            { tag: "inserted in front, many", change: feed => feed.insert(0, 3000) },
            { tag: "inserted right above the shown", change: feed => feed.insert(49, 3) },
            { tag: "inserted above, more than is kept", change: feed => feed.insert(45, 60) },
            { tag: "inserted among the shown", change: feed => feed.insert(51, 3) },
            { tag: "inserted among the shown, many", change: feed => feed.insert(51, 3000) },
            { tag: "inserted right below the shown", change: feed => feed.insert(65, 3) },
            { tag: "appended", change: feed => feed.insert(-1, 3000) },
            { tag: "inserted in front, a frame between the steps", change: feed => {
                while (!feed.insertStep(0, 2000))
                    settle()
            } },
            { tag: "updated, all", change: feed => feed.update(0, 200, "changed") },
            { tag: "updated, it alone", change: feed => feed.update(50, 1, "changed") },
            { tag: "removed in front", change: feed => feed.remove(0, 10) },
            { tag: "removed, all above", change: feed => feed.remove(0, 50) },
            { tag: "removed right above the shown", change: feed => feed.remove(47, 3) },
            { tag: "removed among the shown", change: feed => feed.remove(51, 3) },
            { tag: "removed below", change: feed => feed.remove(70, 20) },
            { tag: "appended, the front is pushed out", change: feed => { feed.setLimit(-200); feed.insert(-1, 20) } },
            { tag: "inserted in front, the end is pushed out", change: feed => { feed.setLimit(200); feed.insert(0, 20) } },
        ])
    }
    function test_rowAtTheTop_stays(data) {
        start(data.uneven, 50)
        const before = topRow()
        data.change(root.feed)
        settle()
        compare(topRow(), before)
        compare(before, "50 at -5")
    }

    function test_listAtItsEnd_stays_data() {
        return cases([
            { tag: "appended", change: feed => feed.insert(-1, 30) },
            { tag: "inserted in front", change: feed => feed.insert(0, 600) },
            { tag: "removed in front", change: feed => feed.remove(0, 5) },
            { tag: "updated", change: feed => feed.update(0, 200, "changed") },
            { tag: "appended, the front is pushed out", change: feed => { feed.setLimit(-200); feed.insert(-1, 20) } },
        ])
    }
    function test_listAtItsEnd_stays(data) {
        start(data.uneven, 150)
        // Heights that it has not seen are guessed, so that it gets there at the second go.
        for (let i = 0; i < 2; ++i) {
            root.view.positionViewAtEnd()
            settle()
        }
        verify(root.view.atYEnd)
        const before = topRow()
        data.change(root.feed)
        settle()
        compare(topRow(), before)
    }

    // What ListView does not do; the documentation says so.
    function test_rowsRightBeforeTheTop_pushItDown() {
        start(false, 50)
        root.feed.insert(50, 3)
        settle()
        compare(topRow(), "200 at -5")
        start(false, 0)
        root.feed.insert(0, 3)
        settle()
        compare(topRow(), "200 at 0")
        verify(root.view.atYBeginning)
    }
    function test_rowAtTheTopThatGoes_leavesItsPlaceToTheNext() {
        start(false, 50)
        root.feed.remove(50, 1)
        settle()
        compare(topRow(), "51 at -5")
    }

    function test_reset_goesBackToTheBeginning() {
        // Qt 6.4 warns if a list loses its rows while it makes some to keep (QTBUG-46487): none are.
        start(false, 50, 0)
        root.feed.reset()
        root.view.forceLayout()
        compare(root.view.count, 0)
        compare(root.view.contentY, 0)
        root.feed.insert(-1, 30)
        settle()
        compare(topRow(), "200 at 0")
        verify(root.view.atYBeginning)
    }
}
