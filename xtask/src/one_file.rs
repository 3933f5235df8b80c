//! The whole application in one HTML file: for wikis that only take attachments, and for opening from a disk.

use std::fs;
use std::path::Path;

use data_encoding::BASE64;

use crate::build::{LATER, MAIN, SCRIPT, STYLE, only};
use crate::csp;
use crate::shell::Failure;

/// An answer like that of a host, made of the element that holds the later part.
const FROM_PAGE: &str = "Promise.resolve(new Response(\
     Uint8Array.from(atob(document.getElementById(\"later\").textContent),(letter)=>letter.charCodeAt(0)),\
     {headers:{\"Content-Type\":\"application/wasm\"}}))";

/// Writes `dist/mlops-maturity.html` from the other files of `dist/`.
pub fn write(dist: &Path) -> Result<(), Failure> {
    let index = fs::read_to_string(dist.join("index.html"))?;
    let style = fs::read_to_string(only(dist, STYLE)?)?;
    let script = fs::read_to_string(only(dist, SCRIPT)?)?;
    let wasm = BASE64.encode(&fs::read(only(dist, MAIN)?)?);
    let later = BASE64.encode(&fs::read(only(dist, LATER)?)?);
    let icon = BASE64.encode(&fs::read(dist.join("favicon.svg"))?);
    // The exports of the glue become names of this script; its last lines are `export{A as x,B as default}`.
    let (glue, exports) =
        script.rsplit_once("export{").ok_or_else(|| Failure("the glue exports nothing".to_owned()))?;
    let start = exports
        .split(['}', ','])
        .find_map(|export| export.trim().strip_suffix(" as default"))
        .ok_or_else(|| Failure("the glue has no default export".to_owned()))?;
    // The later part stands in the page too. A file: address is no base that wasm could be fetched from.
    let name = only(dist, LATER)?.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let fetched = format!("fetch(new URL(\"./{name}\",import.meta.url))");
    if !glue.contains(&fetched) {
        return Err(Failure(format!("the glue does not fetch {name} as expected: {fetched}")));
    }
    let glue = glue.replace(&fetched, FROM_PAGE).replace("import.meta.url", "\"\"");
    let module = format!(
        "{glue}\nconst packed=atob(document.getElementById(\"wasm\").textContent);\
         const bytes=new Uint8Array(packed.length);for(let i=0;i<packed.length;i++)bytes[i]=packed.charCodeAt(i);\
         {start}({{module_or_path:bytes}});"
    );
    let mut html = String::with_capacity(index.len() + style.len() + module.len() + wasm.len());
    for line in elements(&index) {
        if line.starts_with("<link") || line.starts_with("<meta http-equiv") {
            continue;
        }
        if line.starts_with("<script type=\"module\"") || line.starts_with("<script type=module") {
            continue;
        }
        html.push_str(line);
        if line == "</title>" {
            html.push_str(&format!(
                "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\"><style>{style}</style>"
            ));
        }
    }
    let model = fs::read_to_string(dist.join("model.json"))?.replace("</", "<\\/");
    // What stood between the tags of the module that was left out goes too.
    let tail = format!(
        "<script type=\"application/json\" id=\"model.json\">{model}</script>\
         <script type=\"application/wasm\" id=\"wasm\">{wasm}</script>\
         <script type=\"application/wasm\" id=\"later\">{later}</script><script type=\"module\">{module}</script></body>"
    );
    let html = html.replacen("</body>", "", 1).replacen("</html>", "", 1);
    let html = format!("{html}{tail}</html>");
    fs::write(dist.join("mlops-maturity.html"), csp::with_policy(&html)?)?;
    Ok(())
}

/// The page cut at its tags: each piece is one tag or the text between two. A module script is one piece with its text.
fn elements(html: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        if start > 0 {
            pieces.push(&rest[..start]);
        }
        rest = &rest[start..];
        let is_script = rest.starts_with("<script");
        let end = if is_script { rest.find("</script>").map(|at| at + 9) } else { rest.find('>').map(|at| at + 1) };
        let Some(end) = end else { break };
        pieces.push(&rest[..end]);
        rest = &rest[end..];
    }
    pieces.push(rest);
    pieces
}
