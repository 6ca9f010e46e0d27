//! `rights-hub` and `rights-hub serve`.

use clap::Args;

use super::Failure;
use super::node::Serving;

/// Serve the hub until SIGTERM.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    serving: Serving,
    /// Leave an empty database empty.
    #[arg(long, env = "HUB_NO_STARTER_CONTENT")]
    no_starter_content: bool,
}

impl Serve {
    /// Migrates, loads the starter content into an empty database, serves until SIGTERM, then drains.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn run(self) -> Result<(), Failure> {
        let node = self.serving.open()?;
        let hub = &node.hub;
        if !self.no_starter_content && hub.is_empty()? {
            let counts = hub.load_starter_content()?;
            hub.catch_up()?;
            log::info!("starter content loaded: {} entries", counts.published);
        }
        let site = &hub.identity().site.public_url;
        eprintln!("Rights Hub serves {} entries at {}", hub.catalogue().count(), node.address);
        eprintln!("  look at it            {site}/");
        eprintln!("  read the reference    {site}/docs/");
        eprintln!("  describe the hub      {site}/v1");
        eprintln!("  a list                {site}/v1/case-studies?facet=right,setting");
        eprintln!("  a search              {site}/v1/search?q=private+life&facet=type");
        node.serve()
    }
}
