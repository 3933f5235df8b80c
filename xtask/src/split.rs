//! Cuts the program in two: what the start and the questions need, and the rest, which is fetched when somebody first
//! goes there.
//!
//! # How
//!
//! Both parts share one memory and one table of functions. A function is *late* when its name leads into a module of
//! [`LATE`], or when only such functions call it. The main part keeps, in place of a late function that it calls itself,
//! a call through the table; the late part, once it is there, fills those places. Nothing late may be called before: the
//! page sees to that, and a call that comes too early ends in a trap and never in a wrong result.
//!
//! # Why here
//!
//! Neither Trunk nor the pinned optimiser can do it, and Leptos's own way needs another build tool. Names decide, so the
//! symbols are written with their generic arguments (`-Csymbol-mangling-version=v0`), and the linker's merging of equal
//! functions, which would give early code a late name, is left to the optimiser that runs on each part afterwards.

use std::collections::{HashMap, HashSet};

use walrus::ir::{self, Instr, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalId,
    GlobalKind, ImportKind, ImportedFunction, MemoryId, Module, TableId,
};

use crate::data::{self, Constant};
use crate::shell::Failure;

/// The only ways in: the functions of this module are what the main part may call of the late one.
const WAYS_IN: &str = "mlops_maturity::view::later::";

/// Modules and functions of the library that only the later pages need.
const LATE: [&str; 35] = [
    "::view::later",
    "::view::page::result",
    "::view::page::plan",
    "::view::page::model",
    "::view::page::shared",
    "::view::page::refused",
    "::view::page::embed",
    "::view::page::bring",
    "::view::embedded",
    "::view::part::share",
    "::codec::link",
    "::codec::message",
    "::codec::words::link",
    "::browser::share",
    "::browser::upload",
    "::browser::frame::on_",
    "::browser::frame::watch",
    "::browser::frame::message",
    "::view::part::advice",
    "::view::part::apart",
    "::view::part::document",
    "::view::part::export",
    "::view::part::faults",
    "::view::part::planned",
    "::view::part::step",
    "::view::chart",
    "::codec::report",
    "::codec::words::advice",
    "::domain::buttons",
    "::domain::plan",
    "::domain::settle",
    "::domain::stalls",
    "::domain::steps",
    "::browser::picture",
    "::browser::clipboard",
];

/// The module name under which the late part finds what it shares with the main part.
const SHARED: &str = "m";

/// A program in two parts.
pub struct Split {
    /// What is fetched with the page.
    pub main: Vec<u8>,
    /// What is fetched later.
    pub late: Vec<u8>,
}

/// Cuts a program with named functions in two. `linked` is the same program as the linker wrote it, with its notes.
pub fn split(program: &[u8], linked: &[u8]) -> Result<Split, Failure> {
    let read = || Module::from_buffer(program).map_err(|error| Failure(format!("the program is no module: {error}")));
    let (mut main, mut late) = (read()?, read()?);
    let cut = Cut::of(&main)?;
    // Both were read from the same bytes: the same ids stand at the same positions.
    let ids = Ids::of(&main).paired_with(&Ids::of(&late));
    let constants = constants(&main, &cut, linked)?;
    let exports = keep_main(&mut main, &cut)?;
    keep_late(&mut late, &cut, &ids, &exports);
    if let Some((memory, _)) = exports.memories.first() {
        data::hand_over(&mut main, &mut late, ids.memories[memory], constants).map_err(Failure)?;
    }
    for module in [&mut main, &mut late] {
        walrus::passes::gc::run(module);
    }
    Ok(Split { main: main.emit_wasm(), late: late.emit_wasm() })
}

/// The constants that only late functions lead to.
fn constants(program: &Module, cut: &Cut, linked: &[u8]) -> Result<Vec<Constant>, Failure> {
    let (late, early): (Vec<_>, Vec<_>) =
        program.funcs.iter().partition(|function| cut.late.contains(&function.id()));
    let names = |functions: Vec<&walrus::Function>| -> HashSet<String> {
        functions.into_iter().filter_map(|function| function.name.clone()).collect()
    };
    let (late, early) = (names(late), names(early));
    data::late_constants(linked, |name| late.contains(name) && !early.contains(name))
        .map_err(|error| Failure(format!("the linked program cannot be read: {error}")))
}

/// Where the program is cut.
struct Cut {
    /// The functions of the late part.
    late: HashSet<FunctionId>,
    /// Their places in the table, where they have one.
    slots: HashMap<FunctionId, u64>,
    /// Late functions that the main part calls by name.
    called: Vec<FunctionId>,
    /// What the late part uses of the main one.
    uses: Uses,
    /// The table that function pointers lead into.
    table: TableId,
    /// How many places it has, new ones included.
    places: u64,
}

impl Cut {
    fn of(module: &Module) -> Result<Self, Failure> {
        let table = module.tables.main_function_table().ok().flatten();
        let table = table.ok_or_else(|| Failure("the program has no table of functions".to_owned()))?;
        let mut uses: HashMap<FunctionId, Uses> = HashMap::new();
        for (id, function) in module.funcs.iter_local() {
            let mut used = Uses::default();
            dfs_in_order(&mut used, function, function.entry_block());
            uses.insert(id, used);
        }
        let is_named_late = |id: FunctionId| {
            let name = readable(module, id);
            uses.contains_key(&id) && LATE.iter().any(|late| name.contains(&format!("mlops_maturity{late}")))
        };
        let named: HashSet<FunctionId> =
            module.funcs.iter().map(walrus::Function::id).filter(|&id| is_named_late(id)).collect();
        let mut slots = in_table(module, table);
        let exported = module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        });
        let mut open: Vec<FunctionId> = exported.chain(module.start).chain(slots.keys().copied()).collect();
        let mut early: HashSet<FunctionId> = HashSet::new();
        while let Some(id) = open.pop() {
            if !named.contains(&id) && early.insert(id) {
                open.extend(uses.get(&id).iter().flat_map(|uses| &uses.functions));
            }
        }
        let late: HashSet<FunctionId> = uses.keys().copied().filter(|id| !early.contains(id)).collect();
        let mut called: Vec<FunctionId> = early
            .iter()
            .filter_map(|id| uses.get(id))
            .flat_map(|uses| &uses.functions)
            .copied()
            .filter(|id| late.contains(id))
            .collect();
        called.sort_unstable();
        called.dedup();
        let stray: Vec<String> =
            called.iter().map(|&id| readable(module, id)).filter(|name| !name.starts_with(WAYS_IN)).collect();
        if called.is_empty() || !stray.is_empty() {
            let way_in = format!("expected the start to call nothing late but {WAYS_IN}*");
            return Err(Failure(format!("{way_in}, found {}", stray.join(", "))));
        }
        slots.retain(|id, _| late.contains(id));
        let mut places = module.tables.get(table).initial;
        for &id in &called {
            slots.entry(id).or_insert_with(|| {
                places += 1;
                places - 1
            });
        }
        let mut of_late = Uses::default();
        for id in &late {
            of_late.add(&uses[id]);
        }
        of_late.functions.retain(|id| !late.contains(id));
        of_late.tables.insert(table);
        Ok(Self { late, slots, called, uses: of_late, table, places })
    }
}

/// A function's path in the source.
fn readable(module: &Module, id: FunctionId) -> String {
    let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
    format!("{:#}", rustc_demangle::demangle(name))
}

/// The functions that the table is filled with, with their places.
fn in_table(module: &Module, table: TableId) -> HashMap<FunctionId, u64> {
    let mut places = HashMap::new();
    for element in module.elements.iter() {
        let (ElementKind::Active { table: of, offset }, ElementItems::Functions(functions)) =
            (&element.kind, &element.items)
        else {
            continue;
        };
        if let (true, ConstExpr::Value(ir::Value::I32(offset))) = (*of == table, offset) {
            let first = u64::from(offset.cast_unsigned());
            places.extend((first..).zip(functions).map(|(place, &id)| (id, place)));
        }
    }
    places
}

/// What a function refers to.
#[derive(Default)]
struct Uses {
    functions: HashSet<FunctionId>,
    globals: HashSet<GlobalId>,
    tables: HashSet<TableId>,
    memories: HashSet<MemoryId>,
}

impl Uses {
    fn add(&mut self, other: &Self) {
        self.functions.extend(&other.functions);
        self.globals.extend(&other.globals);
        self.tables.extend(&other.tables);
        self.memories.extend(&other.memories);
    }
}

impl<'instr> Visitor<'instr> for Uses {
    fn visit_function_id(&mut self, id: &FunctionId) {
        self.functions.insert(*id);
    }

    fn visit_global_id(&mut self, id: &GlobalId) {
        self.globals.insert(*id);
    }

    fn visit_table_id(&mut self, id: &TableId) {
        self.tables.insert(*id);
    }

    fn visit_memory_id(&mut self, id: &MemoryId) {
        self.memories.insert(*id);
    }

    fn visit_instr(&mut self, _: &'instr Instr, _: &'instr ir::InstrLocId) {}
}

/// The names under which the main part hands out what the late part uses.
struct Exports {
    functions: Vec<(FunctionId, String)>,
    globals: Vec<(GlobalId, String)>,
    tables: Vec<(TableId, String)>,
    memories: Vec<(MemoryId, String)>,
}

/// Makes the main part: late functions become calls through the table, and what they use is handed out.
fn keep_main(main: &mut Module, cut: &Cut) -> Result<Exports, Failure> {
    let trap = {
        let mut builder = FunctionBuilder::new(&mut main.types, &[], &[]);
        builder.func_body().unreachable();
        builder.finish(Vec::new(), &mut main.funcs)
    };
    for element in main.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut element.items {
            for id in functions.iter_mut().filter(|id| cut.late.contains(id)) {
                *id = trap;
            }
        }
    }
    for &id in &cut.called {
        let ty = main.funcs.get(id).ty();
        let (parameters, results) = (main.types.params(ty).to_vec(), main.types.results(ty).to_vec());
        let arguments: Vec<_> = parameters.iter().map(|&parameter| main.locals.add(parameter)).collect();
        let mut builder = FunctionBuilder::new(&mut main.types, &parameters, &results);
        let mut body = builder.func_body();
        for &argument in &arguments {
            body.local_get(argument);
        }
        let place = i32::try_from(cut.slots[&id]).map_err(|_| Failure("the table is too large".to_owned()))?;
        body.i32_const(place).call_indirect(ty, cut.table);
        main.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
    }
    // Functions are handed out by their place in the table, under its number: that is shorter than a name for each.
    let mut shared: Vec<FunctionId> = cut.uses.functions.iter().copied().collect();
    shared.sort_unstable();
    let offset = i32::try_from(cut.places).map_err(|_| Failure("the table is too large".to_owned()))?;
    let kind = ElementKind::Active { table: cut.table, offset: ConstExpr::Value(ir::Value::I32(offset)) };
    let segment = main.elements.add(kind, ElementItems::Functions(shared.clone()));
    let functions: Vec<(FunctionId, String)> =
        shared.into_iter().zip(cut.places..).map(|(id, place)| (id, place.to_string())).collect();
    let places = cut.places + functions.len() as u64;
    let table = main.tables.get_mut(cut.table);
    table.elem_segments.insert(segment);
    table.initial = places;
    // A table with a limit can only be shared with a part that names the same one.
    table.maximum = None;
    let mut number = 0..;
    let mut name = move || format!("{SHARED}{:x}", number.next().unwrap_or_default());
    let mut exports = Exports { functions, globals: Vec::new(), tables: Vec::new(), memories: Vec::new() };
    macro_rules! hand_out {
        ($kind:ident) => {
            let mut ids: Vec<_> = cut.uses.$kind.iter().copied().collect();
            ids.sort_unstable();
            for id in ids {
                let name = name();
                main.exports.add(&name, id);
                exports.$kind.push((id, name));
            }
        };
    }
    hand_out!(globals);
    hand_out!(tables);
    hand_out!(memories);
    Ok(exports)
}

/// Makes the late part: what it shares comes from the main part, and its functions fill their places in the table.
fn keep_late(late: &mut Module, cut: &Cut, ids: &Paired, exports: &Exports) {
    for export in late.exports.iter().map(walrus::Export::id).collect::<Vec<_>>() {
        late.exports.delete(export);
    }
    late.start = None;
    for data in late.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        late.data.delete(data);
    }
    for element in late.elements.iter().map(walrus::Element::id).collect::<Vec<_>>() {
        late.elements.delete(element);
    }
    for table in late.tables.iter_mut() {
        table.elem_segments.clear();
    }
    for memory in late.memories.iter_mut() {
        memory.data_segments.clear();
    }
    for (id, name) in &exports.functions {
        let id = ids.functions[id];
        let ty = late.funcs.get(id).ty();
        let import = late.imports.add(SHARED, name, ImportKind::Function(id));
        late.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    for (id, name) in &exports.globals {
        let id = ids.globals[id];
        let import = late.imports.add(SHARED, name, ImportKind::Global(id));
        late.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    for (id, name) in &exports.tables {
        let id = ids.tables[id];
        let import = late.imports.add(SHARED, name, ImportKind::Table(id));
        let table = late.tables.get_mut(id);
        table.import = Some(import);
        // However large the main part makes it.
        table.maximum = None;
    }
    for (id, name) in &exports.memories {
        let id = ids.memories[id];
        let import = late.imports.add(SHARED, name, ImportKind::Memory(id));
        late.memories.get_mut(id).import = Some(import);
    }
    // What was imported before and handed on by the main part has a new import; the old one goes.
    let still_own: HashSet<_> = late
        .funcs
        .iter()
        .filter_map(|function| match &function.kind {
            FunctionKind::Import(import) => Some(import.import),
            _ => None,
        })
        .chain(late.globals.iter().filter_map(|global| match global.kind {
            GlobalKind::Import(import) => Some(import),
            GlobalKind::Local(_) => None,
        }))
        .chain(late.tables.iter().filter_map(|table| table.import))
        .chain(late.memories.iter().filter_map(|memory| memory.import))
        .collect();
    for import in late.imports.iter().map(walrus::Import::id).filter(|id| !still_own.contains(id)).collect::<Vec<_>>()
    {
        late.imports.delete(import);
    }
    let table = ids.tables[&cut.table];
    let mut places: Vec<(u64, FunctionId)> =
        cut.slots.iter().map(|(id, &place)| (place, ids.functions[id])).collect();
    places.sort_unstable_by_key(|&(place, _)| place);
    for run in places.chunk_by(|before, after| before.0 + 1 == after.0) {
        let offset = i32::try_from(run[0].0).unwrap_or_default();
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(ir::Value::I32(offset)) };
        let id = late.elements.add(kind, ElementItems::Functions(run.iter().map(|&(_, id)| id).collect()));
        late.tables.get_mut(table).elem_segments.insert(id);
    }
}

/// The ids of a module in the order in which it was read.
struct Ids {
    functions: Vec<FunctionId>,
    globals: Vec<GlobalId>,
    tables: Vec<TableId>,
    memories: Vec<MemoryId>,
}

/// From the ids of one reading to those of another.
struct Paired {
    functions: HashMap<FunctionId, FunctionId>,
    globals: HashMap<GlobalId, GlobalId>,
    tables: HashMap<TableId, TableId>,
    memories: HashMap<MemoryId, MemoryId>,
}

impl Ids {
    fn of(module: &Module) -> Self {
        Self {
            functions: module.funcs.iter().map(walrus::Function::id).collect(),
            globals: module.globals.iter().map(walrus::Global::id).collect(),
            tables: module.tables.iter().map(walrus::Table::id).collect(),
            memories: module.memories.iter().map(walrus::Memory::id).collect(),
        }
    }

    fn paired_with(&self, other: &Self) -> Paired {
        macro_rules! pair {
            ($kind:ident) => {
                self.$kind.iter().copied().zip(other.$kind.iter().copied()).collect()
            };
        }
        Paired {
            functions: pair!(functions),
            globals: pair!(globals),
            tables: pair!(tables),
            memories: pair!(memories),
        }
    }
}

#[cfg(test)]
mod tests {
    use walrus::ModuleConfig;

    use super::*;

    const PAGE: &str = "mlops_maturity::view::later::page";
    /// An empty module.
    const NO_NOTES: &[u8] = b"\0asm\x01\0\0\0";

    /// A program whose start calls the way in, which calls something of its own and something shared.
    fn program(way_in: &str) -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        module.tables.add_local(false, 1, Some(1), walrus::RefType::FUNCREF);
        let mut add = |name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name(name.to_owned());
            for &called in calls {
                builder.func_body().call(called);
            }
            builder.finish(Vec::new(), &mut module.funcs)
        };
        let shared = add("mlops_maturity::domain::profile::of", &[]);
        let own = add("mlops_maturity::anything::else", &[]);
        let page = add(way_in, &[shared, own]);
        let start = add("mlops_maturity::start", &[shared, page]);
        module.exports.add("start", start);
        module.emit_wasm()
    }

    fn names(module: &[u8]) -> Vec<String> {
        let module = Module::from_buffer(module).expect("a module");
        let mut names: Vec<String> =
            module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.clone()).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn what_only_late_code_calls_goes_with_it_and_what_both_call_stays() {
        let Split { main, late } = split(&program(PAGE), NO_NOTES).expect("two parts");
        assert_eq!(names(&late), ["mlops_maturity::anything::else", PAGE]);
        // The name of the way in stays in the main part, on the call through the table.
        assert_eq!(names(&main), ["mlops_maturity::domain::profile::of", "mlops_maturity::start", PAGE]);
    }

    #[test]
    fn a_second_way_in_stops_the_build() {
        let refused =
            split(&program("mlops_maturity::view::page::plan::plan_page"), NO_NOTES).err().expect("refused");
        assert!(refused.0.contains("found mlops_maturity::view::page::plan::plan_page"), "{}", refused.0);
    }

    #[test]
    fn a_program_that_calls_nothing_late_stops_the_build() {
        assert!(split(&program("mlops_maturity::view::page::home"), NO_NOTES).is_err());
    }
}
