// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside
import AsideFixtures

/// L1: the rows of a stream, seen from QML.
StrictCase {
    id: root

    name: "Streams"

    property Feed feed: null
    property FeedView view: null

    Component {
        id: feedComponent
        Feed { }
    }
    Component {
        id: viewComponent
        FeedView { }
    }

    function init() {
        failOnWarning(/.?/)
        root.feed = createTemporaryObject(feedComponent, root) as Feed
        root.view = createTemporaryObject(viewComponent, root, { feed: root.feed }) as FeedView
    }
    function cleanup() {
        root.view = null
        root.feed = null
    }
    function shown(): string {
        const texts = []
        for (let i = 0; i < root.view.children.length; ++i) {
            const text = root.view.children[i] as Text // the last one is the Repeater
            if (text)
                texts.push(text.text)
        }
        return texts.join(" ")
    }

    function test_rows_areReadByTheirRoles() {
        root.feed.insert(-1, 3)
        compare(shown(), "0:0new 1:1new 2:2new")
        root.feed.insert(1, 1)
        compare(shown(), "0:0new 1:3new 2:1new 3:2new")
        root.feed.update(0, 2, "changed")
        compare(shown(), "0:0changed 1:3changed 2:1new 3:2new")
        root.feed.remove(0, 1)
        compare(shown(), "0:3changed 1:1new 2:2new")
        root.feed.setLimit(-2)
        compare(shown(), "0:1new 1:2new")
        root.feed.reset()
        compare(shown(), "")
        root.feed.insert(-1, 1)
        compare(shown(), "0:4new")
    }

    function test_count_isBound() {
        compare(root.view.count, 0)
        root.feed.insert(-1, 3)
        compare(root.view.count, 3)
        root.feed.remove(0, 2)
        compare(root.view.count, 1)
    }

    function test_status_isBound() {
        verify(!root.view.loading)
        compare(root.feed.rows.status.status, AsyncResult.NeverAsked)
        root.feed.load()
        verify(root.view.loading)
    }

    function test_get_givesARow() {
        root.feed.insert(-1, 2)
        compare(root.feed.rows.get(1), { number: 1, label: "new", extent: 20 })
        compare(root.feed.rows.get(2), {})
        compare(root.feed.rows.get(-1), {})
    }

    function test_indexOfId_findsARow_data() {
        return [{ tag: "there", id: 1, index: 1 }, { tag: "absent", id: 5, index: -1 }, { tag: "text", id: "1", index: -1 },
                { tag: "nothing", id: undefined, index: -1 }, { tag: "part of a number", id: 1.5, index: -1 }]
    }
    function test_indexOfId_findsARow(data) {
        root.feed.insert(-1, 3)
        compare(root.feed.rows.indexOfId(data.id), data.index)
    }

    function test_rolesLearntFromTheFirstRow_areBound() {
        root.feed.addMap({ name: "a", size: 1 })
        const list = createTemporaryObject(mapList, root, { model: root.feed.maps }) as Repeater
        compare(list.count, 1)
        compare((list.itemAt(0) as Text).text, "a1")
    }
    function test_rolesLearntWhileAViewWaits_areBound() {
        const list = createTemporaryObject(mapList, root, { model: root.feed.maps }) as Repeater
        compare(list.count, 0)
        root.feed.addMap({ name: "a", size: 1 })
        root.feed.addMap({ name: "b", size: 2, other: 3 })
        compare((list.itemAt(0) as Text).text, "a1")
        compare((list.itemAt(1) as Text).text, "b2")
    }
    Component {
        id: mapList
        Repeater {
            delegate: Text {
                required property string name
                required property int size
                text: `${name}${size}`
                textFormat: Text.PlainText
            }
        }
    }

    function test_model_isNotMadeInQml() {
        let message = ""
        try {
            Qt.createQmlObject("import Aside; StreamModel { }", root)
        } catch (error) {
            message = error.message
        }
        verify(message.includes("StreamModelOf"), message)
    }
}
