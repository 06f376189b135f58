import Analysis
import Queries

extension MemoryArchive {
    /// Keeps a change of the person's own work, as an archive does.
    mutating func keep(_ change: OwnChange) {
        switch change {
        case .read(let isRead, let ids): for id in ids { work(id) { $0.isRead = isRead } }
        case .marked(let isMarked, let ids): for id in ids { work(id) { $0.isMarked = isMarked } }
        case .note(let note):
            work(note.article) { work in
                work.notes.removeAll { $0.sentence == note.sentence }
                if !note.text.isEmpty { work.notes.append(note) }
            }
        case .verdict(let verdict):
            work(verdict.article) { work in
                work.verdicts.removeAll { $0.isOnSame(as: verdict) }
                if verdict.state != nil { work.verdicts.append(verdict) }
            }
        case .save(let search):
            saved.removeAll { $0.name == search.name }
            saved.append(search)
        case .forget(let search): saved.removeAll { $0.name == search.name }
        }
    }

    private mutating func work(_ id: String, _ change: (inout OwnWork) -> Void) {
        change(&own[id, default: OwnWork(article: id)])
    }
}
