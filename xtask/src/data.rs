//! Which of a program's constants only its late part refers to: the sentences of the later pages, above all.
//!
//! A linked program no longer says which code refers to which constant; the linker's notes on relocations do. They stand in
//! the program as it was linked, before wasm-bindgen rewrote its functions; its constants stay as they were, and functions
//! keep their names. What anything early may refer to, directly or through another constant, counts as early, and so does
//! whatever the notes do not speak of.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use walrus::{ConstExpr, DataKind, MemoryId, Module, ir};
use wasmparser::{BinaryReaderError, KnownCustom, Linking, Name, Parser, Payload, RelocationEntry, SymbolInfo};

/// A constant: its segment, and where it lies in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constant {
    /// The position of its segment.
    pub segment: usize,
    /// Where it lies in that.
    pub range: Range<usize>,
}

/// Takes constants out of the main part and puts them into the late one, whose memory is the same.
///
/// # Errors
///
/// The main part has other segments than the program that the constants were found in.
pub fn hand_over(
    main: &mut Module,
    late: &mut Module,
    memory: MemoryId,
    constants: Vec<Constant>,
) -> Result<(), String> {
    let segments: Vec<_> = main.data.iter().map(walrus::Data::id).collect();
    for Constant { segment, range } in constants {
        let no_such = || format!("expected bytes {range:?} in segment {segment}, found none");
        let segment = segments.get(segment).map(|&id| main.data.get_mut(id)).ok_or_else(no_such)?;
        let DataKind::Active { offset: ConstExpr::Value(ir::Value::I32(start)), .. } = segment.kind else {
            return Err(no_such());
        };
        let bytes = segment.value.get_mut(range.clone()).ok_or_else(no_such)?;
        let place = start + i32::try_from(range.start).map_err(|error| error.to_string())?;
        let offset = ConstExpr::Value(ir::Value::I32(place));
        let handed = late.data.add(DataKind::Active { memory, offset }, bytes.to_vec());
        late.memories.get_mut(memory).data_segments.insert(handed);
        // Zeros are what a memory begins with: the optimiser leaves them out.
        bytes.fill(0);
    }
    Ok(())
}

/// A linked program with the linker's notes.
#[derive(Default)]
struct Linked<'a> {
    /// By symbol: the constant, where it is one.
    constants: Vec<Option<Constant>>,
    /// The bodies of its functions, by where they lie from the start of the code section.
    bodies: Vec<Range<usize>>,
    /// How many functions it imports.
    imported: usize,
    /// By function, imported ones included: its name.
    names: HashMap<usize, &'a str>,
    /// Where the bytes of each segment begin, from the start of the data section.
    segments: Vec<usize>,
    /// The notes on the code and on the constants.
    notes: [Vec<RelocationEntry>; 2],
}

/// The constants that only functions with late names lead to.
///
/// # Errors
///
/// The program cannot be read.
pub fn late_constants(linked: &[u8], is_late: impl Fn(&str) -> bool) -> Result<Vec<Constant>, BinaryReaderError> {
    let linked = Linked::read(linked)?;
    let [of_code, of_data] = &linked.notes;
    // Which constants a constant leads to.
    let mut leads: HashMap<usize, Vec<usize>> = HashMap::new();
    for note in of_data {
        for from in linked.at_data(note.offset as usize) {
            leads.entry(from).or_default().push(note.index as usize);
        }
    }
    let mut roots: [HashSet<usize>; 2] = Default::default();
    for note in of_code {
        let name = linked.function_at(note.offset as usize).and_then(|at| linked.names.get(&at));
        roots[usize::from(name.is_some_and(|name| is_late(name)))].insert(note.index as usize);
    }
    let [early, late] = roots.map(|roots| reached(roots, &leads));
    let is_constant = |at: &usize| linked.constants.get(*at).and_then(Option::as_ref);
    let mut only_late: Vec<Constant> = late.difference(&early).filter_map(is_constant).cloned().collect();
    // Constants may share bytes: one text can be the end of another.
    let kept: Vec<Constant> = linked
        .constants
        .iter()
        .enumerate()
        .filter(|(at, _)| early.contains(at) || !late.contains(at))
        .filter_map(|(_, constant)| constant.clone())
        .collect();
    only_late.retain(|one| !kept.iter().any(|other| overlap(one, other)));
    only_late.sort_unstable_by_key(|one| (one.segment, one.range.start));
    Ok(joined(only_late, &kept))
}

fn reached(roots: HashSet<usize>, leads: &HashMap<usize, Vec<usize>>) -> HashSet<usize> {
    let mut open: Vec<usize> = roots.into_iter().collect();
    let mut reached = HashSet::new();
    while let Some(at) = open.pop() {
        if reached.insert(at) {
            open.extend(leads.get(&at).into_iter().flatten());
        }
    }
    reached
}

fn overlap(one: &Constant, other: &Constant) -> bool {
    let (own, their) = (&one.range, &other.range);
    one.segment == other.segment && own.start < their.end && their.start < own.end
}

/// What lies side by side becomes one; a few bytes between that belong to nobody are padding.
fn joined(sorted: Vec<Constant>, kept: &[Constant]) -> Vec<Constant> {
    const PADDING: usize = 16;
    let mut joined: Vec<Constant> = Vec::new();
    for one in sorted {
        if let Some(last) = joined.last_mut() {
            let between = Constant { segment: one.segment, range: last.range.end..one.range.start };
            let is_near = last.segment == one.segment && one.range.start <= last.range.end + PADDING;
            if is_near && !kept.iter().any(|other| overlap(&between, other)) {
                last.range.end = last.range.end.max(one.range.end);
                continue;
            }
        }
        joined.push(one);
    }
    joined
}

impl<'a> Linked<'a> {
    fn read(program: &'a [u8]) -> Result<Self, BinaryReaderError> {
        let mut linked = Self::default();
        let (mut code, mut section) = (0, 0);
        let mut positions: HashMap<u32, usize> = HashMap::new();
        for payload in Parser::new(0).parse_all(program) {
            let payload = payload?;
            if let Some((id, _)) = payload.as_section() {
                if matches!(id, 10 | 11) {
                    positions.insert(section, usize::from(id == 11));
                }
                section += 1;
            }
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        linked.imported += usize::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => code = range.start,
                Payload::CodeSectionEntry(body) => {
                    let range = body.range();
                    linked.bodies.push(range.start - code..range.end - code);
                }
                Payload::DataSection(segments) => {
                    let start = segments.range().start;
                    for segment in segments {
                        let segment = segment?;
                        linked.segments.push(segment.range.end - segment.data.len() - start);
                    }
                }
                Payload::CustomSection(custom) => linked.custom(&custom, &positions)?,
                _ => {}
            }
        }
        Ok(linked)
    }

    fn custom(
        &mut self,
        custom: &wasmparser::CustomSectionReader<'a>,
        positions: &HashMap<u32, usize>,
    ) -> Result<(), BinaryReaderError> {
        match custom.as_known() {
            KnownCustom::Linking(linking) => {
                for part in linking.subsections() {
                    let Linking::SymbolTable(symbols) = part? else { continue };
                    for symbol in symbols {
                        self.constants.push(match symbol? {
                            SymbolInfo::Data { symbol: Some(found), .. } => {
                                let start = found.offset as usize;
                                let range = start..start + found.size as usize;
                                Some(Constant { segment: found.index as usize, range })
                            }
                            _ => None,
                        });
                    }
                }
            }
            KnownCustom::Reloc(notes) => {
                if let Some(&which) = positions.get(&notes.section_index()) {
                    for note in notes.entries() {
                        self.notes[which].push(note?);
                    }
                }
            }
            KnownCustom::Name(names) => {
                for part in names {
                    let Name::Function(functions) = part? else { continue };
                    for function in functions {
                        let function = function?;
                        self.names.insert(function.index as usize, function.name);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The function whose body this place of the code section lies in.
    fn function_at(&self, place: usize) -> Option<usize> {
        let after = self.bodies.partition_point(|body| body.start <= place);
        let at = after.checked_sub(1).filter(|&at| self.bodies[at].contains(&place))?;
        Some(self.imported + at)
    }

    /// The constants that this place of the data section lies in.
    fn at_data(&self, place: usize) -> Vec<usize> {
        let segment = self.segments.partition_point(|&start| start <= place).checked_sub(1);
        let Some((segment, start)) = segment.and_then(|at| Some((at, *self.segments.get(at)?))) else {
            return Vec::new();
        };
        let is_here = |constant: &Option<Constant>| {
            constant.as_ref().is_some_and(|one| one.segment == segment && one.range.contains(&(place - start)))
        };
        (0..self.constants.len()).filter(|&at| is_here(&self.constants[at])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Something with its length before it.
    fn sized(bytes: &[u8]) -> Vec<u8> {
        let length = u8::try_from(bytes.len()).expect("short enough for one byte");
        [&[length], bytes].concat()
    }

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        [vec![id], sized(content)].concat()
    }

    fn custom(name: &str, content: &[u8]) -> Vec<u8> {
        section(0, &[sized(name.as_bytes()), content.to_vec()].concat())
    }

    /// A linked program of the functions `early` and `late` over six constants of four bytes each.
    ///
    /// `early` refers to 0 and 4, `late` to 1, 2 and 4; 2 leads to 3; nobody speaks of 5.
    fn linked() -> Vec<u8> {
        const NO_ADDEND: u8 = 0;
        const IN_CODE: u8 = 4;
        const IN_DATA: u8 = 5;
        // Bodies of nine bytes: their length, no locals, three constants of two bytes of which one is left out, the end.
        let body = [8, 0, 0x41, 0, 0x1a, 0x41, 0, 0x1a, 0x0b];
        let code = [vec![2], body.to_vec(), body.to_vec()].concat();
        let data = [vec![1, 0, 0x41, 0, 0x0b], sized(&[7; 24])].concat();
        let symbols: Vec<u8> = (0..6).flat_map(|at| [1, 0, 1, b'a' + at, 0, at * 4, 4]).collect();
        let notes = |section: u8, notes: &[[u8; 3]]| {
            let entries: Vec<u8> = notes.iter().flat_map(|&[kind, at, of]| [kind, at, of, NO_ADDEND]).collect();
            [vec![section, u8::try_from(notes.len()).expect("few")], entries].concat()
        };
        let of_code = [[IN_CODE, 4, 0], [IN_CODE, 7, 4], [IN_CODE, 13, 1], [IN_CODE, 15, 4], [IN_CODE, 16, 2]];
        // The bytes of the segment begin six bytes into the section.
        let of_data = [[IN_DATA, 6 + 8, 3]];
        let names = [vec![1], sized(&[vec![2, 0], sized(b"early"), vec![1], sized(b"late")].concat())].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[1, 0x60, 0, 0]),
            section(3, &[2, 0, 0]),
            section(5, &[1, 0, 1]),
            section(10, &code),
            section(11, &data),
            custom("linking", &[vec![2, 8], sized(&[vec![6], symbols].concat())].concat()),
            custom("reloc.CODE", &notes(3, &of_code)),
            custom("reloc.DATA", &notes(4, &of_data)),
            custom("name", &names),
        ]
        .concat()
    }

    #[test]
    fn what_only_late_code_leads_to_is_late_and_whatever_else_is_not() {
        let found = late_constants(&linked(), |name| name == "late").expect("a program");
        assert_eq!(found, [Constant { segment: 0, range: 4..16 }]);
    }

    #[test]
    fn a_function_that_is_not_known_to_be_late_keeps_its_constants() {
        assert_eq!(late_constants(&linked(), |_| false).expect("a program"), []);
    }

    #[test]
    fn a_constant_moves_to_the_late_part_and_leaves_zeros() {
        let read = || Module::from_buffer(&linked()).expect("a program");
        let (mut main, mut late) = (read(), read());
        for data in late.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
            late.data.delete(data);
        }
        let memory = late.memories.iter().next().expect("a memory").id();
        let constants = vec![Constant { segment: 0, range: 4..16 }];
        hand_over(&mut main, &mut late, memory, constants).expect("handed over");
        let bytes = |module: &Module| module.data.iter().map(|data| data.value.clone()).collect::<Vec<_>>();
        assert_eq!(bytes(&main), [[[7; 4].as_slice(), &[0; 12], &[7; 8]].concat()]);
        assert_eq!(bytes(&late), [[7; 12]]);
        let elsewhere = vec![Constant { segment: 0, range: 20..25 }];
        assert!(hand_over(&mut main, &mut late, memory, elsewhere).is_err());
    }
}
